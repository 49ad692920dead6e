/**
 * What the backend asks of the host it runs in. The page reads `capabilities` and never asks which host it is:
 * with `print: 'page'` or `save: 'download'` the page does it itself and the backend must not call that service.
 */
export type HostServices = {
  readonly capabilities: { readonly print: 'system' | 'page'; readonly save: 'dialog' | 'download' }
  /** Shows the system print dialog for a PDF. `printed: false` when the clerk cancels. */
  print(job: { title: string; pdf: Uint8Array }): Promise<{ printed: boolean }>
  /** Save dialog, then an atomic write (temporary name, fsync, rename). `saved: false` when the clerk cancels. */
  save(job: { name: string; bytes: Uint8Array }): Promise<{ saved: boolean }>
}
