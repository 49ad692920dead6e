import type { TraineeChange } from '../../../../shared/features/trainee/contract.ts'
import { formatField } from '../../../../shared/features/trainee/trainee-labels.ts'

/** What was done with the data of somebody: 'Mengubah No. HP, RT'. */
export function formatHistory({ operation, fields }: Pick<TraineeChange, 'operation' | 'fields'>): string {
  const names = fields.map(formatField).join(', ')
  switch (operation) {
    case 'trainee.save:trainee':
      return names === '' ? 'Mendaftarkan' : `Mengubah ${names}`
    case 'trainee.save:trainee_restricted':
      return `Mengubah data terbatas: ${names}`
    case 'trainee.save:target_evidence':
      return 'Mencatat bukti sasaran'
    case 'trainee.showRestricted:trainee_restricted':
      return 'Melihat data terbatas'
    case 'import.run:trainee':
      return `Mengubah ${names} dari berkas impor`
    case 'import.undo:trainee':
      return `Mengembalikan ${names}: impor ditarik kembali`
    case 'trainee.setPhoto:trainee_photo':
      return 'Mengganti pas foto'
    case 'trainee.addFile:trainee_file':
      return 'Menyimpan berkas'
    case 'trainee.removeFile:trainee_file':
      return 'Menghapus berkas'
    case 'trainee.openFile:trainee_file':
      return 'Membuka berkas'
    case 'rights.exportPerson:trainee_export':
      return 'Menyalin data untuk orangnya'
    case 'rights.freeze:trainee_freeze':
    case 'rights.withdrawConsent:trainee_freeze':
      return 'Membekukan data'
    case 'rights.thaw:trainee_freeze':
      return 'Mencairkan data'
    case 'rights.recordConsent:trainee_consent':
      return 'Mencatat persetujuan'
    case 'rights.withdrawConsent:trainee_consent':
      return 'Mencatat penarikan persetujuan'
    case 'rights.anonymise:trainee_anonymity':
      return 'Menganonimkan'
    case 'duplicate.merge:trainee':
      return names === '' ? 'Menggabung dengan data ganda' : `Menggabung dengan data ganda, mengganti ${names}`
    case 'duplicate.merge:trainee_restricted':
      return `Mengambil data terbatas dari data ganda: ${names}`
    case 'duplicate.split:trainee':
      return 'Memisahkan lagi dari data ganda'
    case 'duplicate.split:trainee_restricted':
      return `Mengembalikan data terbatas: ${names}`
    default:
      return operation
  }
}
