import type { TraineeChange } from '../../../shared/features/trainee/contract.ts'
import { formatField } from '../../../shared/features/trainee/trainee-labels.ts'

/** '…' is replaced by the changed fields. */
const labels: Record<string, string> = {
  'trainee.save:trainee': 'Mengubah …',
  'trainee.save:trainee_restricted': 'Mengubah data terbatas: …',
  'trainee.save:target_evidence': 'Mencatat bukti sasaran',
  'trainee.showRestricted:trainee_restricted': 'Melihat data terbatas',
  'import.run:trainee': 'Mengubah … dari berkas impor',
  'import.takeBack:trainee': 'Mengembalikan …: impor ditarik kembali',
  'trainee.setPhoto:trainee_photo': 'Mengganti pas foto',
  'trainee.addFile:trainee_file': 'Menyimpan berkas',
  'trainee.removeFile:trainee_file': 'Menghapus berkas',
  'trainee.openFile:trainee_file': 'Membuka berkas',
  'note.write:trainee_note': 'Menulis catatan',
  'note.change:trainee_note': 'Mengubah catatan',
  'note.tick:trainee_note': 'Menandai catatan',
  'note.remove:trainee_note': 'Menghapus catatan',
  'rights.exportPerson:trainee_export': 'Menyalin data untuk orangnya',
  'rights.freeze:trainee_freeze': 'Membekukan data',
  'rights.withdrawConsent:trainee_freeze': 'Membekukan data',
  'rights.thaw:trainee_freeze': 'Mencairkan data',
  'rights.recordConsent:trainee_consent': 'Mencatat persetujuan',
  'rights.withdrawConsent:trainee_consent': 'Mencatat penarikan persetujuan',
  'rights.anonymise:trainee_anonymity': 'Menganonimkan',
  'duplicate.merge:trainee': 'Menggabung dengan data ganda, mengganti …',
  'duplicate.merge:trainee_restricted': 'Mengambil data terbatas dari data ganda: …',
  'duplicate.split:trainee': 'Memisahkan lagi dari data ganda',
  'duplicate.split:trainee_restricted': 'Mengembalikan data terbatas: …',
}

/** Texts without fields. */
const bare: Record<string, string> = {
  'trainee.save:trainee': 'Mendaftarkan',
  'duplicate.merge:trainee': 'Menggabung dengan data ganda',
}

/** What was done with the data of a trainee: 'Mengubah No. HP, RT'. */
export function formatHistory({
  operation,
  fields,
  unchosen,
}: Pick<TraineeChange, 'operation' | 'fields' | 'unchosen'>): string {
  if (unchosen.length > 0) return 'Memilih antara dua isian; tidak dipilih:'
  const names = fields.map(formatField).join(', ')
  const label = (names === '' ? bare[operation] : undefined) ?? labels[operation] ?? operation
  return label.replace('…', names)
}
