/** Why a snapshot was made, from its file name 'balai-2026-11-24T07-45-10-sebelum-v2.db'; '' for routine ones. */
export function snapshotNote(name: string): string {
  const note = /T\d{2}-\d{2}-\d{2}-([a-z0-9-]+)\.db$/.exec(name)?.[1]
  if (!note) return ''
  const version = /^sebelum-v(\d+)$/.exec(note)?.[1]
  if (version) return `sebelum pindah ke data versi ${version}`
  return note === 'sebelum-pulih' ? 'sebelum pemulihan' : note.replaceAll('-', ' ')
}
