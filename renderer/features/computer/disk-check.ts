import type { DiskEncryption } from '../../../shared/features/computer/contract.ts'
import type { Check } from '../../ui/feedback/check-list.tsx'

/** The program does not encrypt the database itself, so disk encryption matters most. */
export function diskCheck(disk: DiskEncryption | undefined): Check {
  const key = 'disk'
  switch (disk) {
    case undefined:
      return { key, tone: 'open', title: 'Enkripsi diska sedang dibaca' }
    case 'ON':
      return {
        key,
        tone: 'ok',
        title: 'Diska dienkripsi (BitLocker menyala)',
        detail: 'Basis data, cadangan, dan semua berkas tidak terbaca bila komputer atau diskanya diambil orang.',
      }
    case 'OFF':
      return {
        key,
        tone: 'err',
        title: 'Diska tidak dienkripsi: BitLocker mati',
        detail:
          'Siapa pun yang mengambil komputer ini dapat membaca nama, NIK, dan data kesehatan. Nyalakan di Setelan › Privasi & keamanan › Enkripsi perangkat, atau Panel Kontrol › Enkripsi Drive BitLocker, lalu simpan kunci pemulihannya di luar komputer ini.',
      }
    case 'UNKNOWN':
      return {
        key,
        tone: 'warn',
        title: 'Enkripsi diska tidak dapat dibaca',
        detail: 'Periksa di Setelan › Privasi & keamanan › Enkripsi perangkat apakah BitLocker menyala.',
      }
  }
}
