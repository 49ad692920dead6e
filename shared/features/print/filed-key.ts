import { z } from 'zod'
import { type FiledKey, type OfficeFormKey, type PaperKey, paperKeys } from '../../facts/paper-key.ts'

export const officeFormKey = z.custom<OfficeFormKey>(
  value => typeof value === 'string' && value.length <= 60 && /^kantor-[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
  { error: 'Formulir tidak dikenal.' },
)

/** A paper of the program, or a form of the office. */
export const filedKey = z.custom<FiledKey>(
  value => paperKeys.includes(value as PaperKey) || officeFormKey.safeParse(value).success,
  { error: 'Berkas tidak dikenal.' },
)
