/** Bounds of one sandbox, shared by the server and the Python child. Sizes in bytes unless the name says otherwise. */

/** Standard output and error of one run, together; what comes after is left out and said so. */
export const OUTPUT_BYTES_MAX = 256 * 1024;

/** All results of one run, images as base64; a result that passes it is replaced by a note. */
export const RESULT_BYTES_MAX = 3 * 1024 * 1024;

/** One file read or written through the files API. */
export const FILE_BYTES_MAX = 8 * 1024 * 1024;

/** Everything the sandbox keeps in its in-memory file system. */
export const DISK_BYTES_MAX = 64 * 1024 * 1024;

/** Python's heap. */
export const PYTHON_MEMORY_MB_MAX = 256;
