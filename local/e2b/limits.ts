/** Bounds of one sandbox, shared by the server and the Python child. Sizes in bytes unless the name says otherwise. */

/** Standard output and error of one run, together; what comes after is left out and said so. */
export const OUTPUT_BYTES_MAX = 256 * 1024;

/** All results of one run, images as base64; a result that passes it is replaced by a note. */
export const RESULT_BYTES_MAX = 3 * 1024 * 1024;

/** One file read or written through the files API. */
export const FILE_BYTES_MAX = 8 * 1024 * 1024;

/** Everything that programs keep in the in-memory file system. */
export const DISK_BYTES_MAX = 64 * 1024 * 1024;

/** Python's heap. */
export const PYTHON_MEMORY_MB_MAX = 256;

/** One package's file as it is fetched: compressed. */
export const PACKAGE_FILE_BYTES_MAX = 64 * 1024 * 1024;

/** Unpacked packages of one sandbox, beside its own files. */
export const PACKAGES_BYTES_MAX = 256 * 1024 * 1024;

/** Requests for packages by the program of one run; more is a flood. */
export const PACKAGE_ASKS_MAX = 1000;
