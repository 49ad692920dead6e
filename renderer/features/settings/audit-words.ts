import type { Contract } from '../../../shared/contract.ts'

type OperationsOf<Feature extends keyof Contract> = {
  [Name in keyof Contract[Feature] & string]: Contract[Feature][Name] extends {
    '~orpc': { meta: { kind: 'command' | 'task' } }
  }
    ? `${Feature}.${Name}`
    : never
}[keyof Contract[Feature] & string]

/** Operations that may write, so that a new one cannot be without words here. */
type WritingOperation = { [Feature in keyof Contract]: OperationsOf<Feature> }[keyof Contract]

const words: Record<WritingOperation, string> = {
  'session.status': 'Membaca keadaan',
  'session.chooseOperator': 'Mengganti petugas',
  'session.restore': 'Memulihkan cadangan',
  'session.takeSnapshot': 'Membuat cadangan',
  'session.openPractice': 'Membuka balai latihan',
  'session.leavePractice': 'Keluar dari balai latihan',
  'session.print': 'Mencetak',
  'session.save': 'Menyimpan berkas',
  'centre.setUp': 'Mengisi balai untuk pertama kali',
  'centre.update': 'Mengubah data balai',
  'centre.setLogo': 'Mengganti logo',
  'centre.updateRules': 'Mengubah aturan',
  'centre.saveOfficer': 'Menyimpan penanda tangan',
  'calendar.saveYear': 'Mencatat dasar kalender',
  'calendar.saveTable': 'Mengimpor kalender setahun',
  'calendar.readTable': 'Membaca berkas kalender',
  'calendar.exportTable': 'Mengekspor kalender',
  'calendar.applyDayOff': 'Menerapkan libur susulan',
  'calendar.saveDay': 'Menyimpan hari libur',
  'calendar.removeDay': 'Menghapus hari libur',
  'program.save': 'Menyimpan program pelatihan',
  'program.saveRoom': 'Menyimpan ruang',
  'instructor.save': 'Menyimpan instruktur',
  'instructor.saveCredential': 'Menyimpan sertifikat BNSP',
  'instructor.removeCredential': 'Menghapus sertifikat BNSP',
  'instructor.verifyCredential': 'Mencatat pemeriksaan sertifikat BNSP',
  'instructor.attachScan': 'Melampirkan pindaian sertifikat',
  'instructor.removeScan': 'Menghapus pindaian sertifikat',
  'instructor.saveLeave': 'Mencatat cuti instruktur',
  'instructor.removeLeave': 'Menghapus cuti instruktur',
  'trainee.save': 'Menyimpan peserta',
  'trainee.showRestricted': 'Melihat data terbatas',
  'trainee.addFile': 'Menyimpan berkas peserta',
  'trainee.removeFile': 'Menghapus berkas peserta',
  'trainee.openFile': 'Membuka berkas peserta',
  'trainee.setPhoto': 'Mengganti pas foto',
  'trainee.readWorkbook': 'Membaca berkas Excel',
  'trainee.importRows': 'Mengimpor peserta',
  'trainee.exportList': 'Mengekspor daftar peserta',
  'double.merge': 'Menggabung dua peserta',
  'double.split': 'Memisahkan peserta yang digabung',
  'double.setDifferent': 'Mencatat bukan orang yang sama',
  'double.takeBackDifferent': 'Membatalkan bukan orang yang sama',
  'cohort.create': 'Membuat angkatan',
  'cohort.acceptProposals': 'Menerima usul program kerja',
  'cohort.update': 'Mengubah data angkatan',
  'cohort.updateDays': 'Mengubah jadwal',
  'cohort.allowTeaching': 'Mengizinkan mengajar dengan alasan',
  'cohort.withdrawAllowance': 'Mencabut izin mengajar',
  'timetable.arrange': 'Menyusun jam pelajaran',
  'timetable.layAgain': 'Menyusun ulang dari kurikulum',
  'timetable.substitute': 'Mencatat pengganti',
  'timetable.setClock': 'Mengubah jam kelas',
  'cohort.move': 'Memindah angkatan',
  'cohort.cancel': 'Membatalkan angkatan',
  'cohort.enrol': 'Memasukkan peserta ke kelas',
  'cohort.unenrol': 'Mengeluarkan dari daftar kelas',
  'cohort.leave': 'Mencatat peserta keluar',
  'cohort.rejoin': 'Membatalkan peserta keluar',
  'attendance.mark': 'Mengubah tanda kehadiran',
  'attendance.fillDay': 'Mengisi kehadiran satu hari',
  'attendance.closeDay': 'Menutup hari',
  'attendance.reopenDay': 'Membuka kembali hari',
  'score.save': 'Mengisi nilai',
  'graduation.decide': 'Menetapkan hasil sidang',
  'graduation.reopen': 'Membuka kembali sidang',
  'certificate.preview': 'Melihat contoh sertifikat',
  'certificate.issue': 'Menerbitkan sertifikat',
  'certificate.file': 'Mencetak ulang sertifikat',
  'certificate.classFile': 'Mencetak sertifikat satu kelas',
  'paper.make': 'Membuat surat',
  'activity.save': 'Menyimpan kegiatan',
  'activity.saveSpending': 'Mencatat realisasi',
  'activity.reverseSpending': 'Membatalkan realisasi',
  'activity.attachEvidence': 'Melampirkan bukti realisasi',
  'activity.removeEvidence': 'Menghapus berkas bukti realisasi',
  'activity.assign': 'Memasukkan kelas ke kegiatan',
}

/** What an operation did, as the history of changes says it. */
export function auditWords(operation: string): string {
  return operation in words ? words[operation as WritingOperation] : operation
}
