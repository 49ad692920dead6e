import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'

/** The page of one letter, with the class whose data the preview shows. */
export function letterPath(paper: LetterKey, code: string | null): string {
  const search = new URLSearchParams({ surat: paper })
  if (code !== null) search.set('kelas', code)
  return `/pengaturan/surat?${search.toString()}`
}
