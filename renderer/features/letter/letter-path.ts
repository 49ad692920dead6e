import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'

/** Address of a letter, with the class for the preview. */
export function letterPath(paper: LetterKey, code: string | null): string {
  const search = new URLSearchParams({ surat: paper })
  if (code !== null) search.set('kelas', code)
  return `/pengaturan/surat?${search.toString()}`
}
