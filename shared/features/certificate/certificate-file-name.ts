import { safeFileName } from '../../kernel/file-name.ts'

/**
 * '500.15-0007-BLK-XII-2024 Siti Aminah.pdf'. With `taken` two papers of one name in one folder stay two files.
 * @param mark what comes before the ending, ' salinan 2'
 */
export function certificateFileName(number: string, name: string, taken?: Set<string>, mark = ''): string {
  return safeFileName(`${number.replaceAll('/', '-')} ${name}${mark}.pdf`, taken)
}
