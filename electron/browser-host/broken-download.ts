/**
 * Whether an error only says that a browser went away while a file was sent to it. Node then writes into a closed stream, where nothing can catch the
 * error; it would end the program.
 */
export function isBrokenDownload(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_STATE'
}

/** Keeps the program running when a browser breaks off a download. Every other unhandled rejection still ends it. */
export function outliveBrokenDownloads(): void {
  process.on('unhandledRejection', error => {
    if (!isBrokenDownload(error)) throw error
  })
}
