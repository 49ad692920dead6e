import type { DomainErrorData, EntityKind } from './domain-error.ts'
import { aidLabels } from './features/alumni/aid.ts'
import { fullDate, longDate, shortDay } from './kernel/date-format.ts'
import type { PlainDate } from './kernel/plain-date.ts'
import { timeRange } from './kernel/time.ts'

const entityNames: Record<EntityKind, string> = {
  cohort: 'Angkatan',
  day: 'Hari pelatihan',
  trainee: 'Peserta',
  import: 'Impor',
  enrolment: 'Peserta kelas',
  instructor: 'Instruktur',
  credential: 'Sertifikat BNSP',
  leave: 'Cuti instruktur',
  scan: 'Pindaian',
  program: 'Program',
  room: 'Ruang',
  officer: 'Penanda tangan',
  operator: 'Petugas',
  dayOff: 'Hari libur',
  certificate: 'Sertifikat',
  number: 'Nomor',
  copy: 'Salinan',
  unit: 'Unit kompetensi',
  activity: 'Kegiatan',
  spending: 'Realisasi',
  file: 'Berkas',
  registration: 'Pendaftaran',
  applicant: 'Pendaftar',
  consent: 'Persetujuan',
  merge: 'Penggabungan',
  letterVersion: 'Versi teks surat',
  design: 'Rancangan',
  designVersion: 'Versi rancangan',
  graduate: 'Lulusan',
  aid: 'Modal kerja',
}

/** What happened and what to do, in one or two short Indonesian sentences. */
export function domainErrorMessage(domainError: DomainErrorData): string {
  switch (domainError.code) {
    case 'not_set_up':
      return 'Balai belum diisi. Isi nama balai dan penanda tangan dulu.'
    case 'already_set_up':
      return 'Balai sudah diisi. Ubah lewat Pengaturan.'
    case 'no_operator':
      return 'Belum ada petugas yang dipilih. Pilih nama Anda di kaki bilah samping.'
    case 'database_locked':
      return 'Balai sudah terbuka di jendela lain. Tutup jendela itu, lalu buka lagi.'
    case 'database_damaged':
      return domainError.snapshot
        ? `Basis data rusak. Berkasnya disimpan; pulihkan cadangan ${domainError.snapshot}.`
        : 'Basis data rusak dan belum ada cadangan yang baik. Berkasnya disimpan; hubungi pengelola.'
    case 'database_newer':
      return `Data ini dari Balai yang lebih baru (versi ${domainError.version}). Pasang versi baru; data tidak disentuh.`
    case 'database_outdated':
      return 'Data ini dibuat versi percobaan Balai yang tidak dapat dibuka lagi. Pilih folder data yang lain; data tidak disentuh.'
    case 'database_foreign':
      return 'Berkas basis data ini bukan milik Balai. Pilih folder data yang lain; berkas tidak disentuh.'
    case 'database_missing':
      return `Tidak ada data Balai di ${domainError.folder}. Periksa nama foldernya.`
    case 'network_folder':
      return 'Folder ini ada di jaringan. Pilih folder di komputer ini.'
    case 'folder_unwritable':
      return `Folder ${domainError.folder} tidak dapat ditulisi. Pilih folder lain atau minta izin menulis.`
    case 'disk_full':
      return 'Diska penuh. Tidak ada yang berubah; kosongkan ruang, lalu coba lagi.'
    case 'port_in_use':
      return `Port ${domainError.port} sedang dipakai. Pilih port lain dengan --port.`
    case 'data_exists':
      return `${domainError.folder} sudah ada. Pilih folder lain; tidak ada yang diubah.`
    case 'snapshot_unknown':
      return `Cadangan “${domainError.name}” tidak ada. Pilih salah satu yang terdaftar.`
    case 'snapshot_damaged':
      return `Cadangan “${domainError.name}” rusak. Pilih cadangan lain.`
    case 'no_good_snapshot':
      return `Belum ada cadangan yang baik di ${domainError.folder}.`
    case 'host_cannot':
      return domainError.action === 'print' ? 'Cetak lewat jendela pratinjau.' : 'Simpan lewat jendela pratinjau.'
    case 'not_found':
      return `${entityNames[domainError.entity]} tidak ditemukan. Mungkin sudah dihapus; muat ulang halaman.`
    case 'name_taken':
      return `${entityNames[domainError.entity]} “${domainError.name}” sudah ada. Pakai nama lain.`
    case 'invalid_input':
      return domainError.problems
        .map(problem => (problem.path ? `${problem.path}: ${problem.message}` : problem.message))
        .join(' · ')
    case 'letter_changed':
      return `Teks ${domainError.title} sudah diubah di jendela lain. Muat ulang, lalu ubah lagi.`
    case 'day_off_taken':
      return `${fullDate(domainError.date)} sudah tercatat libur: ${domainError.name}. Ubah baris itu.`
    case 'table_unreadable':
      return `Berkas “${domainError.file}” tidak terbaca. Pakai .xlsx, .csv atau .ics dengan kolom Tanggal, Jenis dan Nama.`
    case 'shift_blocked':
      return `Belum dapat diterapkan: ${domainError.problems.map(({ cohort, message }) => `${cohort}: ${message}`).join(' · ')}.`
    case 'start_on_day_off':
      return `${shortDay(domainError.date, { year: true })} libur (${domainError.reason}). Mulai paling cepat ${shortDay(domainError.next, { year: true })}.`
    case 'no_holiday_table':
      return `Kalender ${domainError.years.join(' dan ')} belum ada. Isi kalender tahun itu dulu.`
    case 'cohort_number_taken':
      return `Angkatan ${domainError.number} tahun ${domainError.year} sudah ada untuk kejuruan ini. Pakai nomor lain.`
    case 'program_without_units':
      return `Program “${domainError.title}” belum punya unit kompetensi. Isi kurikulumnya dulu.`
    case 'instructor_not_permitted':
      return `${domainError.name} tidak boleh mengajar hari ke-${domainError.n} (${shortDay(domainError.date)}): ${domainError.why}.`
    case 'instructor_busy':
      return `${domainError.name} mengajar ${domainError.cohort} pada hari ke-${domainError.n} (${shortDay(domainError.date)}). Pilih orang atau jam lain.`
    case 'instructor_away':
      return `${domainError.name} tidak dapat mengajar hari ke-${domainError.n} (${shortDay(domainError.date)}): ${domainError.why}.`
    case 'teaches_on_leave':
      return `${domainError.name} mengajar ${domainError.cohort} hari ke-${domainError.n} (${shortDay(domainError.date)}). Ganti pengajar hari itu dulu.`
    case 'leave_over':
      return `Masa ini sudah lewat (${shortDay(domainError.until)}) dan tetap tercatat.`
    case 'leave_begun':
      return `Masa ini sudah berjalan sejak ${shortDay(domainError.from)}. Hanya tanggal selesainya yang dapat diubah.`
    case 'not_a_scan':
      return `“${domainError.file}” bukan PDF atau JPEG. Pindai sebagai PDF, atau simpan fotonya sebagai JPEG.`
    case 'scan_too_large':
      return `Pindaian paling besar ${domainError.megabytes} MB. Pindai dengan ketajaman lebih rendah, 200 dpi cukup.`
    case 'timetable_changed':
      return 'Jam pelajaran baru saja berubah. Lihat susunannya yang baru, lalu ulangi.'
    case 'practice_before_theory':
      return `Praktik “${domainError.unit}” tidak mendahului teorinya. Pindahkan teorinya dulu.`
    case 'teaching_in_prayer':
      return `Jam hari Jumat (${shortDay(domainError.date)}) mengenai salat Jumat. Istirahatnya harus mencakup 11.30 s.d. 13.00.`
    case 'clock_past_midnight':
      return 'Jam pelajaran melewati tengah malam. Mulai lebih pagi atau kurangi menit per JP.'
    case 'not_teaching':
      return `${domainError.name} tidak mengajar hari ke-${domainError.n}.`
    case 'allowance_not_needed':
      return `${domainError.name} tidak memerlukan izin pada hari-hari itu: sertifikatnya berlaku atau izinnya sudah ada.`
    case 'room_busy':
      return `${domainError.name} dipakai ${domainError.cohort} pada hari ke-${domainError.n} (${shortDay(domainError.date)}). Pilih ruang atau jam lain.`
    case 'trainee_busy':
      return `${domainError.name} masih di kelas ${domainError.cohort} sampai ${shortDay(domainError.until)}; jamnya bertumpuk pada hari ke-${domainError.n} (${shortDay(domainError.date)}).`
    case 'credential_in_use':
      return `Tanpa sertifikat ini ${domainError.name} tidak sah mengajar ${domainError.cohort} pada ${shortDay(domainError.date)}. Ganti pengajar hari itu dulu.`
    case 'cohort_cancelled':
      return `${domainError.cohort} sudah dibatalkan.`
    case 'cohort_has_held_days':
      return `${domainError.cohort} sudah berjalan ${domainError.days} hari, jadi tidak dapat dipindah atau dibatalkan.`
    case 'day_held':
      return `Hari ke-${domainError.n} sudah dijalani. Jam dan pengajarnya tidak diubah lagi.`
    case 'nik_taken':
      return `NIK ini milik ${domainError.name}, sudah terdaftar.`
    case 'trained_already':
      return `${formatTrained(domainError.people)} Tulis alasan mengapa ikut lagi.`
    case 'both_in_registration':
      return `Keduanya mendaftar di ${domainError.registration}, jadi tidak dapat digabung. Hapus salah satunya dari pendaftaran itu dulu.`
    case 'both_in_class':
      return `Keduanya terdaftar di ${domainError.cohort}, jadi tidak dapat digabung. Keluarkan salah satunya dari kelas itu dulu.`
    case 'certificate_says':
      return `${domainError.number} sudah terbit atas nama ${domainError.name}, lahir ${longDate(domainError.birthDate)}. Pilih nama dan tanggal lahir itu.`
    case 'certificate_since_merge':
      return `${domainError.number} terbit atas nama ${domainError.name} sesudah digabung, jadi keduanya tidak dapat dipisahkan lagi.`
    case 'evidence_used_since_merge':
      return `Bukti sasaran yang ikut digabung sudah dipakai untuk ${domainError.cohort}, jadi keduanya tidak dapat dipisahkan lagi.`
    case 'merged_later':
      return `Sesudah itu ${domainError.name} ikut digabung. Pisahkan yang terakhir dulu.`
    case 'nik_taken_since_merge':
      return `NIK sebelum digabung sekarang dipakai ${domainError.name}. Betulkan NIK itu dulu.`
    case 'data_in_future':
      return `Tanggal data ${longDate(domainError.date)} belum tiba. Tulis tanggal pada cetakan datanya.`
    case 'not_a_file':
      return `“${domainError.file}” bukan PDF, JPEG, atau PNG. Simpan ulang pindaiannya sebagai salah satunya.`
    case 'not_a_picture':
      return `“${domainError.file}” tidak dapat dicetak. Pakai foto JPEG atau PNG berwarna biasa.`
    case 'pictures_full':
      return `Kelas ini sudah punya ${domainError.most} foto. Hapus dulu yang tidak dipakai.`
    case 'file_too_large':
      return `Berkas lebih dari ${domainError.megabytes} MB. Pindai ulang dengan ketajaman lebih rendah.`
    case 'file_missing':
      return 'Berkas ini tidak ada lagi di folder data. Salin kembali folder files dari cadangan Anda, atau unggah ulang.'
    case 'file_damaged':
      return 'Isi berkas ini berubah sejak disimpan, jadi tidak dibuka. Unggah ulang dari aslinya.'
    case 'person_frozen':
      return `Data ${domainError.name} dibekukan sejak ${longDate(domainError.since)}. Cairkan dulu di halaman pesertanya.`
    case 'person_anonymised':
      return 'Peserta ini sudah dianonimkan. Datanya tidak dapat diubah atau dipakai lagi.'
    case 'person_closed':
      return 'Data peserta ini dibekukan atau sudah dianonimkan, jadi tidak ada yang diubah. Lihat halaman pesertanya.'
    case 'person_not_frozen':
      return `Data ${domainError.name} tidak dibekukan.`
    case 'date_not_come':
      return `Tanggal ${longDate(domainError.date)} belum tiba.`
    case 'guardian_needed':
      return `Peserta berumur ${domainError.age} tahun pada tanggal itu. Sebelum 18 tahun orang tua atau wali yang menandatangani.`
    case 'withdrawn_before_signed':
      return `Persetujuan ditandatangani ${longDate(domainError.signedOn)}, jadi tidak ditarik sebelum hari itu.`
    case 'consent_withdrawn_already':
      return `Persetujuan ini sudah ditarik pada ${longDate(domainError.date)}.`
    case 'kept_for_class':
      return `Data ${domainError.name} masih disimpan untuk pertanggungjawaban ${domainError.cohort} sampai ${longDate(domainError.until)}. Bekukan datanya bila diminta.`
    case 'reason_of_request':
      return `Masa simpan data ${domainError.name} belum lewat. Tulis alasan permintaannya.`
    case 'already_enrolled':
      return `${domainError.name} sudah ada di kelas ini.`
    case 'cohort_full':
      return `Kelas memuat paling banyak ${domainError.limit} orang.`
    case 'class_over':
      return `Semua hari ${domainError.cohort} sudah dijalani, jadi pesertanya tidak bertambah lagi.`
    case 'has_marks':
      return `${domainError.name} sudah punya tanda kehadiran. Catat sebagai mengundurkan diri.`
    case 'marks_after_leaving':
      return `${domainError.name} masih bertanda pada hari ke-${domainError.n}. Pilih hari terakhir yang lebih akhir atau kosongkan tandanya.`
    case 'no_such_file':
      return `Berkas ${domainError.file} tidak ditemukan. Periksa nama dan foldernya.`
    case 'not_a_workbook':
      return 'Ini bukan berkas Excel. Buka di Excel, simpan sebagai .xlsx.'
    case 'workbook_locked':
      return `“${domainError.file}” memakai kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan.`
    case 'workbook_too_large':
      return `Berkas paling besar ${domainError.megabytes} MB dan ${domainError.rows.toLocaleString('id-ID')} baris. Bagi menjadi beberapa berkas.`
    case 'workbook_without_header':
      return `Kolom ${domainError.missing.join(' dan ')} tidak ditemukan di lembar “${domainError.sheet}”. Pilih kolomnya.`
    case 'workbook_swells':
      return `Isi “${domainError.file}” mengembang terlalu besar saat dibuka. Salin daftarnya ke berkas Excel baru, lalu impor berkas itu.`
    case 'import_cancelled':
      return 'Dibatalkan. Tidak ada yang berubah.'
    case 'scan_unreadable':
      return `“${domainError.file}” rusak atau memakai kata sandi. Pindai ulang, atau simpan tanpa kata sandi.`
    case 'scan_too_long':
      return `Satu berkas paling banyak ${domainError.pages} halaman. Bagi menjadi beberapa berkas.`
    case 'scan_cancelled':
      return 'Dibatalkan. Tidak ada yang disimpan.'
    case 'scan_confirmed':
      return `Pindaian ini sudah diperiksa ${domainError.by} dan menjadi arsip.`
    case 'scan_has_code':
      return 'Kode pada lembar ini sudah menyebut kelas dan harinya.'
    case 'scan_without_class':
      return 'Pilih dulu kelas dan harinya.'
    case 'import_in_use':
      return `Impor tidak dapat ditarik kembali: ${domainError.words.join(' · ')}.`
    case 'import_taken_back':
      return `Impor ini sudah ditarik kembali ${domainError.by}, ${shortDay(domainError.date)}.`
    case 'sheet_unknown':
      return `Lembar “${domainError.sheet}” tidak ada. Yang ada: ${domainError.sheets.join(', ')}.`
    case 'day_in_future':
      return `Hari ke-${domainError.n} (${shortDay(domainError.date)}) belum berjalan.`
    case 'day_closed':
      return `Hari ke-${domainError.n} sudah ditutup ${domainError.by}. Perubahan memerlukan alasan.`
    case 'day_not_closed':
      return `Hari ke-${domainError.n} belum ditutup.`
    case 'day_incomplete':
      return `Hari ke-${domainError.n} belum diisi untuk ${list(domainError.names)}.`
    case 'not_a_member':
      return `${domainError.name} bukan peserta pada hari ke-${domainError.n}.`
    case 'instructor_not_of_day':
      return `${domainError.name} tidak mengajar hari ke-${domainError.n}. Ditutup oleh pengajar hari itu.`
    case 'letter_without_leave':
      return `${domainError.name} tidak sakit atau izin pada hari ke-${domainError.n}. Tandai S atau I dulu, lalu lampirkan suratnya.`
    case 'letter_attached':
      return `${domainError.name} punya surat untuk hari ke-${domainError.n}. Hapus suratnya dulu (F2), lalu ubah tandanya.`
    case 'teaching_closed':
      return `Jam mengajar hari ke-${domainError.n} sudah ditutup ${domainError.by}. Perubahan memerlukan alasan.`
    case 'teaching_unplanned':
      return `Hari ke-${domainError.n} belum punya pengajar. Isi dulu siapa yang mengajar.`
    case 'lesson_over_hours':
      return `Hari ke-${domainError.n} hanya ${domainError.hours} JP.`
    case 'lesson_twice':
      return `${domainError.name} tercatat dua kali pada JP ke-${domainError.hour} hari ke-${domainError.n}.`
    case 'lesson_unnamed':
      return `Hari ke-${domainError.n}: tanpa unit, tulis apa yang diajarkan.`
    case 'taught_elsewhere':
      return `${domainError.name} tercatat mengajar ${domainError.cohort} pukul ${timeRange(domainError.start, domainError.end)} hari itu.`
    case 'scores_closed':
      return `Pengisian nilai sudah ditutup ${domainError.by}. Buka kembali dengan alasan untuk mengubah.`
    case 'scores_not_closed':
      return 'Pengisian nilai belum ditutup.'
    case 'rules_stand':
      return `${domainError.cohort} sudah berjalan atau sudah dinilai, jadi aturannya tetap.`
    case 'scores_missing':
      return domainError.count === 0
        ? 'Kelas belum punya peserta yang dinilai.'
        : `${domainError.count} nilai belum diisi. Lengkapi sebelum menutup.`
    case 'override_for_nothing':
      return `“${domainError.check}” tidak dapat dikecualikan atau sudah tidak ada. Muat ulang halaman.`
    case 'not_tested_yet':
      return `Uji ${domainError.name} bertanggal ${longDate(domainError.date)}, yang belum tiba.`
    case 'not_trained':
      return `${domainError.name} sudah keluar dari kelas, jadi tidak diuji dari kelas ini.`
    case 'test_number_taken':
      return `Nomor ${domainError.number} sudah tercatat atas nama ${domainError.name}. Periksa sertifikatnya.`
    case 'panel_decided':
      return 'Sidang sudah menetapkan hasil. Buka kembali sidang untuk mengubah.'
    case 'panel_not_decided':
      return 'Sidang kelulusan belum menetapkan hasil.'
    case 'panel_missing':
      return `Belum bisa disidangkan: ${domainError.words.join(' · ')}.`
    case 'panel_in_future':
      return `Sidang ${longDate(domainError.date)} belum berlangsung. Tetapkan hasilnya pada hari itu.`
    case 'panel_before_end':
      return `Sidang ${longDate(domainError.date)} mendahului hari terakhir kelas (${longDate(domainError.end)}).`
    case 'override_not_possible':
      return `Keputusan ${domainError.name} tidak dapat diubah: orangnya tidak mengikuti kelas sampai selesai.`
    case 'design_built_in':
      return `Rancangan bawaan “${domainError.name}” tidak diubah. Simpan sebagai rancangan baru.`
    case 'design_in_use':
      return `Rancangan “${domainError.name}” sedang dipakai. Pilih rancangan lain dulu.`
    case 'design_unreadable':
      return `Rancangan tidak dapat dibaca. ${domainError.problems.join(' ')}`
    case 'design_picture_unreadable':
      return domainError.reason === 'too_large'
        ? 'Gambar latar paling besar 8 MB.'
        : 'Gambar latar tidak dapat dibaca. Pakai PNG atau JPEG dengan warna RGB.'
    case 'certificates_exist':
      return `${domainError.count} sertifikat sudah terbit dari keputusan ini, jadi sidang tidak dapat dibuka kembali.`
    case 'already_issued':
      return `${domainError.name} sudah mempunyai ${domainError.number}.`
    case 'not_entitled':
      return `${domainError.name} tidak berhak atas surat ini menurut keputusan sidang.`
    case 'officer_not_valid':
      return `Penanda tangan ${domainError.name} tidak berlaku pada ${longDate(domainError.date)}. Pilih pejabat lain atau ubah tanggal.`
    case 'issue_before_panel':
      return `Tanggal terbit ${longDate(domainError.date)} mendahului sidang (${longDate(domainError.heldOn)}).`
    case 'issue_checks':
      return `Belum dapat diterbitkan: ${domainError.messages.join(' · ')}.`
    case 'nothing_issued':
      return 'Belum ada yang diterbitkan untuk kelas ini.'
    case 'numbers_moved':
      return 'Nomor baru saja dipakai petugas lain. Ulangi penerbitan.'
    case 'number_taken':
      return `Nomor ${domainError.number} sudah dipakai surat lain. Ubah pola nomor di Pengaturan.`
    case 'signing_key_missing':
      return 'Kunci tanda tangan balai tidak ada di komputer ini. Pulihkan dari cadangan kunci, atau buat kunci baru, di Sertifikat › Kunci.'
    case 'key_backup_unreadable':
      return 'Berkas ini bukan cadangan kunci Balai.'
    case 'key_passphrase_wrong':
      return 'Kata sandi tidak cocok, atau berkas cadangan kunci sudah rusak.'
    case 'series_token_missing':
      return 'Pola nomor belum memuat {seri}, jadi dua kejuruan akan mendapat nomor yang sama. Tambahkan {seri} di Pengaturan › Aturan.'
    case 'number_void':
      return `Nomor ${domainError.number} sudah batal.`
    case 'certificate_revoked':
      return `${domainError.number} sudah dicabut.`
    case 'certificate_superseded':
      return `${domainError.number} sudah diganti dengan ${domainError.by}. Buka yang berlaku.`
    case 'date_before_issue':
      return `Tanggal ${longDate(domainError.date)} mendahului tanggal terbit (${longDate(domainError.issuedOn)}).`
    case 'date_in_future':
      return `Tanggal ${longDate(domainError.date)} belum tiba.`
    case 'not_signed_elsewhere':
      return 'PDF ini tidak memuat tanda tangan elektronik.'
    case 'signed_file_known':
      return 'Berkas bertanda tangan ini sudah disimpan.'
    case 'paper_waits':
      return domainError.words
    case 'file_cancelled':
      return 'Pembuatan PDF dibatalkan. Tidak ada yang berubah.'
    case 'page_range':
      return `Halaman tidak dikenal. Tulis seperti 1-3, 5; berkas ini ${domainError.pages} halaman.`
    case 'printer_failed':
      return `Pencetak ${domainError.printer} tidak mencetak. Periksa kabel dan kertasnya, atau pilih yang lain.`
    case 'activity_number_taken':
      return `Kegiatan nomor ${domainError.number} tahun ${domainError.year} sudah ada: ${domainError.title}. Pakai nomor lain.`
    case 'class_without_activity':
      return `Pilih kegiatan ${domainError.year} yang membiayai ${domainError.cohort}. Belum ada yang cocok: buat dulu di Kegiatan & Dana.`
    case 'activity_of_other_year':
      return `${domainError.cohort} mulai ${shortDay(domainError.start, { year: true })}, sedangkan “${domainError.activity}” milik tahun anggaran ${domainError.year}. Pilih kegiatan tahun ${domainError.start.slice(0, 4)}.`
    case 'activity_year_in_use':
      return `Tahun anggaran “${domainError.activity}” tetap ${domainError.year}, karena sudah dipakai ${domainError.cohorts} kelas dan ${domainError.entries} catatan realisasi.`
    case 'spending_outside_year':
      return `${longDate(domainError.date)} di luar tahun anggaran ${domainError.year}. Periksa tanggalnya.`
    case 'spending_reversed_already':
      return `“${domainError.description}” sudah dibatalkan. Muat ulang halaman.`
    case 'evidence_of_reversal':
      return `“${domainError.description}” adalah pembatalan. Buktinya ada pada catatan yang dibatalkan.`
    case 'reversal_not_reversible':
      return `“${domainError.description}” adalah pembatalan. Catat realisasinya kembali sebagai baris baru.`
    case 'regency_unknown':
      return `Kabupaten atau kota dengan kode ${domainError.regency} tidak ada. Pilih dari daftar.`
    case 'registration_not_open':
      return `${longDate(domainError.date)} di luar masa pendaftaran (${longDate(domainError.opens)} s.d. ${longDate(domainError.closes)}). Periksa tanggal daftarnya.`
    case 'registered_in_future':
      return `${longDate(domainError.date)} belum tiba. Tanggal daftar paling lambat hari ini.`
    case 'applied_already':
      return `${domainError.name} sudah terdaftar di ${domainError.registration}.`
    case 'applicant_has_results':
      return `${domainError.name} sudah punya hasil seleksi. Catat sebagai mengundurkan diri.`
    case 'applicants_outside_window':
      return `${domainError.count} orang mendaftar di luar masa ini, yang pertama ${longDate(domainError.date)}. Perpanjang masa pendaftarannya.`
    case 'class_of_other_program':
      return `${domainError.cohort} bukan kelas program “${domainError.program}”. Pilih kelas program itu.`
    case 'stage_not_held':
      return `Pendaftaran ini tanpa tahap ${domainError.stage}. Tambahkan tahapnya dulu.`
    case 'not_a_tie':
      return 'Urutan orang-orang ini sudah ditentukan aturan. Muat ulang halaman.'
    case 'selection_decided':
      return 'Hasil seleksi sudah ditetapkan. Buka kembali penetapan untuk mengubah.'
    case 'selection_not_decided':
      return 'Hasil seleksi belum ditetapkan.'
    case 'selection_missing':
      return `Belum bisa ditetapkan: ${domainError.words.join(' · ')}.`
    case 'decree_in_future':
      return `SK bertanggal ${longDate(domainError.date)} belum berlaku. Tetapkan pada hari itu.`
    case 'people_registered_again':
      return `${domainError.count} orang sudah daftar ulang atau naik dari cadangan, jadi penetapan tidak dapat dibuka kembali.`
    case 'no_place':
      return `${domainError.name} tidak lulus seleksi, jadi tidak dapat daftar ulang.`
    case 'gave_up_already':
      return `${domainError.name} sudah mengundurkan diri.`
    case 'not_given_up':
      return `${domainError.name} tidak tercatat demikian. Muat ulang halaman.`
    case 'place_taken':
      return `Tempat ${domainError.name} sudah diisi ${domainError.by} dari cadangan.`
    case 'in_class_already':
      return `${domainError.name} sudah di ${domainError.cohort}. Catat keluar lewat daftar peserta kelas.`
    case 'reason_wanted':
      return 'Tulis alasannya.'
    case 'nothing_vacant':
      return 'Tidak ada tempat kosong.'
    case 'reserve_too_late':
      return `Cadangan naik hanya sampai hari ke-${domainError.untilDay}; kelas sudah lewat dari itu.`
    case 'other_reserve_first':
      return `${domainError.first} lebih dulu dari ${domainError.name} di daftar cadangan. Catat dulu bila ia mengundurkan diri.`
    case 'nobody_registered_again':
      return 'Belum ada yang daftar ulang dan menunggu kelas.'
    case 'collected_already':
      return `${domainError.number} sudah diambil ${longDate(domainError.date)}.`
    case 'not_collected':
      return `${domainError.number} belum diambil. Muat ulang halaman.`
    case 'follow_up_not_due':
      return `${domainError.name} baru dihubungi untuk ${domainError.month} bulan mulai ${longDate(domainError.due)}.`
    case 'graduates_in_use':
      return `Sidang tidak dapat dibuka kembali: kabar ${domainError.followed} lulusan dan modal kerja ${domainError.aided} orang sudah dicatat.`
    case 'village_has_aid':
      return `Kelurahan ${domainError.village} sudah punya usulan modal kerja ${domainError.year}: ${domainError.name}. Satu orang per kelurahan.`
    case 'aid_given_already':
      return `${domainError.name} sudah punya modal kerja tahun anggaran ${domainError.year}.`
    case 'aid_without_village':
      return `Kelurahan ${domainError.name} belum diisi. Lengkapi datanya dulu.`
    case 'aid_date_before':
      return `${longDate(domainError.date)} lebih awal dari langkah sebelumnya, ${longDate(domainError.before)}. Periksa tanggalnya.`
    case 'aid_step_impossible':
      return `Modal kerja ${domainError.name} ${aidLabels[domainError.from].toLowerCase()}, jadi tidak dapat menjadi ${aidLabels[domainError.to].toLowerCase()}. Muat ulang halaman.`
  }
}

function list(names: string[]): string {
  const shown = names.slice(0, 5).join(', ')
  return names.length > 5 ? `${shown} dan ${names.length - 5} orang lain` : shown
}

function formatTrained(people: readonly { name: string; cohort: string; start: PlainDate }[]): string {
  return people.map(({ name, cohort, start }) => `${name} sudah mengikuti ${cohort} (${longDate(start)}).`).join(' ')
}
