/** Imported first by tests that load the apps themselves: the log's level is read when it is loaded. */
process.env.LOG_LEVEL ??= 'silent';
