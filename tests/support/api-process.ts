import { startApi } from '../../local/api.ts';

/** The handlers in a process of their own, which a test may kill: `node api-process.ts <port>`. */
const api = await startApi({ port: Number(process.argv[2]) });
process.stdout.write(`ready ${api.url}\n`);
