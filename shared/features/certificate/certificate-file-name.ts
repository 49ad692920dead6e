import { safeFileName } from '../../kernel/file-name.ts'

/** '500.15-0007-BLK-XII-2024 Siti Aminah.pdf'. `taken` keeps names in one folder unique. @param mark text before the ending, ' salinan 2' */
export function certificateFileName(number: string, name: string, taken?: Set<string>, mark = ''): string {
  return safeFileName(`${number.replaceAll('/', '-')} ${name}${mark}.pdf`, taken)
}
