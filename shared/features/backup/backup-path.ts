import { z } from 'zod'

/** The whole path of a folder or file on the computer that holds the data; spaces and letters stay as the system has them. */
export const backupPath = z
  .string()
  .min(1, { error: 'Wajib diisi.' })
  .max(1000, { error: 'Paling panjang 1000 huruf.' })
  .refine(text => /^(\/|[A-Za-z]:[\\/]|\\\\[^\\])/.test(text), {
    error: 'Tulis jalur lengkapnya, seperti E:\\Cadangan.',
  })
  .refine(text => !/[\p{Cc}\p{Cs}]/u.test(text), { error: 'Memuat huruf yang tidak dapat dicetak.' })
