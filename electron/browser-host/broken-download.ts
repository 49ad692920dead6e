/**
 * Whether an error only says that a browser went away while a file was sent to it. Node then writes into a stream that is
 * already closed and nobody can catch it where it happens: it would end the program.
 */
export function isBrokenDownload(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_STATE'
}

/** Lets the program live through downloads that a browser breaks off. Every other rejection ends it, as it would without us. */
export function outliveBrokenDownloads(): void {
  process.on('unhandledRejection', error => {
    if (!isBrokenDownload(error)) throw error
  })
}
