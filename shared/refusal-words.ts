import { aidLabels } from './features/alumni/aid.ts'
import { fullDate, longDate, shortDay } from './kernel/date-words.ts'
import type { PlainDate } from './kernel/plain-date.ts'
import { timeRange } from './kernel/time.ts'
import type { Refusal, Thing } from './refusal.ts'

const things: Record<Thing, string> = {
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
export function refusalWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not_set_up':
      return 'Balai belum diisi. Isi nama balai dan penanda tangan dulu.'
    case 'already_set_up':
      return 'Balai sudah diisi. Ubah lewat Pengaturan.'
    case 'no_operator':
      return 'Belum ada petugas yang dipilih. Pilih nama Anda di kaki bilah samping.'
    case 'database_locked':
      return 'Balai sudah terbuka di jendela lain. Tutup jendela itu, lalu buka lagi.'
    case 'database_damaged':
      return refusal.snapshot
        ? `Basis data rusak. Berkasnya disimpan; pulihkan cadangan ${refusal.snapshot}.`
        : 'Basis data rusak dan belum ada cadangan yang baik. Berkasnya disimpan; hubungi pengelola.'
    case 'database_newer':
      return `Data ini dari Balai yang lebih baru (versi ${refusal.version}). Pasang versi baru; data tidak disentuh.`
    case 'database_foreign':
      return 'Berkas basis data ini bukan milik Balai. Pilih folder data yang lain; berkas tidak disentuh.'
    case 'database_missing':
      return `Tidak ada data Balai di ${refusal.folder}. Periksa nama foldernya.`
    case 'network_folder':
      return 'Folder ini ada di jaringan. Pilih folder di komputer ini.'
    case 'folder_unwritable':
      return `Folder ${refusal.folder} tidak dapat ditulisi. Pilih folder lain atau minta izin menulis.`
    case 'disk_full':
      return 'Diska penuh. Tidak ada yang berubah; kosongkan ruang, lalu coba lagi.'
    case 'port_in_use':
      return `Port ${refusal.port} sedang dipakai. Pilih port lain dengan --port.`
    case 'data_exists':
      return `${refusal.folder} sudah ada. Pilih folder lain; tidak ada yang diubah.`
    case 'snapshot_unknown':
      return `Cadangan “${refusal.name}” tidak ada. Pilih salah satu yang terdaftar.`
    case 'snapshot_damaged':
      return `Cadangan “${refusal.name}” rusak. Pilih cadangan lain.`
    case 'no_good_snapshot':
      return `Belum ada cadangan yang baik di ${refusal.folder}.`
    case 'host_cannot':
      return refusal.act === 'print' ? 'Cetak lewat jendela pratinjau.' : 'Simpan lewat jendela pratinjau.'
    case 'not_found':
      return `${things[refusal.thing]} tidak ditemukan. Mungkin sudah dihapus; muat ulang halaman.`
    case 'name_taken':
      return `${things[refusal.thing]} “${refusal.name}” sudah ada. Pakai nama lain.`
    case 'invalid_input':
      return refusal.problems
        .map(problem => (problem.path ? `${problem.path}: ${problem.message}` : problem.message))
        .join(' · ')
    case 'letter_changed':
      return `Teks ${refusal.title} sudah diubah di jendela lain. Muat ulang, lalu ubah lagi.`
    case 'day_off_taken':
      return `${fullDate(refusal.date)} sudah tercatat libur: ${refusal.name}. Ubah baris itu.`
    case 'table_unreadable':
      return `Berkas “${refusal.file}” tidak terbaca. Pakai .xlsx, .csv atau .ics dengan kolom Tanggal, Jenis dan Nama.`
    case 'shift_blocked':
      return `Belum dapat diterapkan: ${refusal.problems.map(({ cohort, message }) => `${cohort}: ${message}`).join(' · ')}.`
    case 'start_on_day_off':
      return `${shortDay(refusal.date, { year: true })} libur (${refusal.reason}). Mulai paling cepat ${shortDay(refusal.next, { year: true })}.`
    case 'no_holiday_table':
      return `Kalender ${refusal.years.join(' dan ')} belum ada. Isi kalender tahun itu dulu.`
    case 'cohort_number_taken':
      return `Angkatan ${refusal.number} tahun ${refusal.year} sudah ada untuk kejuruan ini. Pakai nomor lain.`
    case 'program_without_units':
      return `Program “${refusal.title}” belum punya unit kompetensi. Isi kurikulumnya dulu.`
    case 'instructor_not_permitted':
      return `${refusal.name} tidak boleh mengajar hari ke-${refusal.n} (${shortDay(refusal.date)}): ${refusal.why}.`
    case 'instructor_busy':
      return `${refusal.name} mengajar ${refusal.cohort} pada hari ke-${refusal.n} (${shortDay(refusal.date)}). Pilih orang atau jam lain.`
    case 'instructor_away':
      return `${refusal.name} tidak dapat mengajar hari ke-${refusal.n} (${shortDay(refusal.date)}): ${refusal.why}.`
    case 'teaches_on_leave':
      return `${refusal.name} mengajar ${refusal.cohort} hari ke-${refusal.n} (${shortDay(refusal.date)}). Ganti pengajar hari itu dulu.`
    case 'leave_over':
      return `Masa ini sudah lewat (${shortDay(refusal.until)}) dan tetap tercatat.`
    case 'leave_begun':
      return `Masa ini sudah berjalan sejak ${shortDay(refusal.from)}. Hanya tanggal selesainya yang dapat diubah.`
    case 'not_a_scan':
      return `“${refusal.file}” bukan PDF atau JPEG. Pindai sebagai PDF, atau simpan fotonya sebagai JPEG.`
    case 'scan_too_large':
      return `Pindaian paling besar ${refusal.megabytes} MB. Pindai dengan ketajaman lebih rendah, 200 dpi cukup.`
    case 'timetable_changed':
      return 'Jam pelajaran baru saja berubah. Lihat susunannya yang baru, lalu ulangi.'
    case 'practice_before_theory':
      return `Praktik “${refusal.unit}” tidak mendahului teorinya. Pindahkan teorinya dulu.`
    case 'teaching_in_prayer':
      return `Jam hari Jumat (${shortDay(refusal.date)}) mengenai salat Jumat. Istirahatnya harus mencakup 11.30 s.d. 13.00.`
    case 'clock_past_midnight':
      return 'Jam pelajaran melewati tengah malam. Mulai lebih pagi atau kurangi menit per JP.'
    case 'not_teaching':
      return `${refusal.name} tidak mengajar hari ke-${refusal.n}.`
    case 'allowance_not_needed':
      return `${refusal.name} tidak memerlukan izin pada hari-hari itu: sertifikatnya berlaku atau izinnya sudah ada.`
    case 'room_busy':
      return `${refusal.name} dipakai ${refusal.cohort} pada hari ke-${refusal.n} (${shortDay(refusal.date)}). Pilih ruang atau jam lain.`
    case 'trainee_busy':
      return `${refusal.name} masih di kelas ${refusal.cohort} sampai ${shortDay(refusal.until)}; jamnya bertumpuk pada hari ke-${refusal.n} (${shortDay(refusal.date)}).`
    case 'credential_in_use':
      return `Tanpa sertifikat ini ${refusal.name} tidak sah mengajar ${refusal.cohort} pada ${shortDay(refusal.date)}. Ganti pengajar hari itu dulu.`
    case 'cohort_cancelled':
      return `${refusal.cohort} sudah dibatalkan.`
    case 'cohort_has_held_days':
      return `${refusal.cohort} sudah berjalan ${refusal.days} hari, jadi tidak dapat dipindah atau dibatalkan.`
    case 'day_held':
      return `Hari ke-${refusal.n} sudah dijalani. Jam dan pengajarnya tidak diubah lagi.`
    case 'nik_taken':
      return `NIK ini milik ${refusal.name}, sudah terdaftar.`
    case 'trained_already':
      return `${trainedWords(refusal.people)} Tulis alasan mengapa ikut lagi.`
    case 'both_in_registration':
      return `Keduanya mendaftar di ${refusal.registration}, jadi tidak dapat digabung. Hapus salah satunya dari pendaftaran itu dulu.`
    case 'both_in_class':
      return `Keduanya terdaftar di ${refusal.cohort}, jadi tidak dapat digabung. Keluarkan salah satunya dari kelas itu dulu.`
    case 'certificate_says':
      return `${refusal.number} sudah terbit atas nama ${refusal.name}, lahir ${longDate(refusal.birthDate)}. Pilih nama dan tanggal lahir itu.`
    case 'certificate_since_merge':
      return `${refusal.number} terbit atas nama ${refusal.name} sesudah digabung, jadi keduanya tidak dapat dipisahkan lagi.`
    case 'evidence_used_since_merge':
      return `Bukti sasaran yang ikut digabung sudah dipakai untuk ${refusal.cohort}, jadi keduanya tidak dapat dipisahkan lagi.`
    case 'merged_later':
      return `Sesudah itu ${refusal.name} ikut digabung. Pisahkan yang terakhir dulu.`
    case 'nik_taken_since_merge':
      return `NIK sebelum digabung sekarang dipakai ${refusal.name}. Betulkan NIK itu dulu.`
    case 'data_in_future':
      return `Tanggal data ${longDate(refusal.date)} belum tiba. Tulis tanggal pada cetakan datanya.`
    case 'not_a_file':
      return `“${refusal.file}” bukan PDF, JPEG, atau PNG. Simpan ulang pindaiannya sebagai salah satunya.`
    case 'not_a_picture':
      return `“${refusal.file}” tidak dapat dicetak. Pakai foto JPEG atau PNG berwarna biasa.`
    case 'pictures_full':
      return `Kelas ini sudah punya ${refusal.most} foto. Hapus dulu yang tidak dipakai.`
    case 'file_too_large':
      return `Berkas lebih dari ${refusal.megabytes} MB. Pindai ulang dengan ketajaman lebih rendah.`
    case 'file_missing':
      return 'Berkas ini tidak ada lagi di folder data. Salin kembali folder files dari cadangan Anda, atau unggah ulang.'
    case 'file_damaged':
      return 'Isi berkas ini berubah sejak disimpan, jadi tidak dibuka. Unggah ulang dari aslinya.'
    case 'person_frozen':
      return `Data ${refusal.name} dibekukan sejak ${longDate(refusal.since)}. Cairkan dulu di halaman pesertanya.`
    case 'person_anonymised':
      return 'Peserta ini sudah dianonimkan. Datanya tidak dapat diubah atau dipakai lagi.'
    case 'person_closed':
      return 'Data peserta ini dibekukan atau sudah dianonimkan, jadi tidak ada yang diubah. Lihat halaman pesertanya.'
    case 'person_not_frozen':
      return `Data ${refusal.name} tidak dibekukan.`
    case 'date_not_come':
      return `Tanggal ${longDate(refusal.date)} belum tiba.`
    case 'guardian_needed':
      return `Peserta berumur ${refusal.age} tahun pada tanggal itu. Sebelum 18 tahun orang tua atau wali yang menandatangani.`
    case 'withdrawn_before_signed':
      return `Persetujuan ditandatangani ${longDate(refusal.signedOn)}, jadi tidak ditarik sebelum hari itu.`
    case 'consent_withdrawn_already':
      return `Persetujuan ini sudah ditarik pada ${longDate(refusal.date)}.`
    case 'kept_for_class':
      return `Data ${refusal.name} masih disimpan untuk pertanggungjawaban ${refusal.cohort} sampai ${longDate(refusal.until)}. Bekukan datanya bila diminta.`
    case 'reason_of_request':
      return `Masa simpan data ${refusal.name} belum lewat. Tulis alasan permintaannya.`
    case 'already_enrolled':
      return `${refusal.name} sudah ada di kelas ini.`
    case 'cohort_full':
      return `Kelas memuat paling banyak ${refusal.limit} orang.`
    case 'class_over':
      return `Semua hari ${refusal.cohort} sudah dijalani, jadi pesertanya tidak bertambah lagi.`
    case 'has_marks':
      return `${refusal.name} sudah punya tanda kehadiran. Catat sebagai mengundurkan diri.`
    case 'marks_after_leaving':
      return `${refusal.name} masih bertanda pada hari ke-${refusal.n}. Pilih hari terakhir yang lebih akhir atau kosongkan tandanya.`
    case 'no_such_file':
      return `Berkas ${refusal.file} tidak ditemukan. Periksa nama dan foldernya.`
    case 'not_a_workbook':
      return 'Ini bukan berkas Excel. Buka di Excel, simpan sebagai .xlsx.'
    case 'workbook_locked':
      return `“${refusal.file}” memakai kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan.`
    case 'workbook_too_large':
      return `Berkas paling besar ${refusal.megabytes} MB dan ${refusal.rows.toLocaleString('id-ID')} baris. Bagi menjadi beberapa berkas.`
    case 'workbook_without_header':
      return `Kolom ${refusal.missing.join(' dan ')} tidak ditemukan di lembar “${refusal.sheet}”. Pilih kolomnya.`
    case 'workbook_swells':
      return `Isi “${refusal.file}” mengembang terlalu besar saat dibuka. Salin daftarnya ke berkas Excel baru, lalu impor berkas itu.`
    case 'import_cancelled':
      return 'Dibatalkan. Tidak ada yang berubah.'
    case 'scan_unreadable':
      return `“${refusal.file}” rusak atau memakai kata sandi. Pindai ulang, atau simpan tanpa kata sandi.`
    case 'scan_too_long':
      return `Satu berkas paling banyak ${refusal.pages} halaman. Bagi menjadi beberapa berkas.`
    case 'scan_cancelled':
      return 'Dibatalkan. Tidak ada yang disimpan.'
    case 'scan_confirmed':
      return `Pindaian ini sudah diperiksa ${refusal.by} dan menjadi arsip.`
    case 'scan_has_code':
      return 'Kode pada lembar ini sudah menyebut kelas dan harinya.'
    case 'scan_without_class':
      return 'Pilih dulu kelas dan harinya.'
    case 'import_in_use':
      return `Impor tidak dapat ditarik kembali: ${refusal.words.join(' · ')}.`
    case 'import_taken_back':
      return `Impor ini sudah ditarik kembali ${refusal.by}, ${shortDay(refusal.date)}.`
    case 'sheet_unknown':
      return `Lembar “${refusal.sheet}” tidak ada. Yang ada: ${refusal.sheets.join(', ')}.`
    case 'day_in_future':
      return `Hari ke-${refusal.n} (${shortDay(refusal.date)}) belum berjalan.`
    case 'day_closed':
      return `Hari ke-${refusal.n} sudah ditutup ${refusal.by}. Perubahan memerlukan alasan.`
    case 'day_not_closed':
      return `Hari ke-${refusal.n} belum ditutup.`
    case 'day_incomplete':
      return `Hari ke-${refusal.n} belum diisi untuk ${list(refusal.names)}.`
    case 'not_a_member':
      return `${refusal.name} bukan peserta pada hari ke-${refusal.n}.`
    case 'instructor_not_of_day':
      return `${refusal.name} tidak mengajar hari ke-${refusal.n}. Ditutup oleh pengajar hari itu.`
    case 'letter_without_leave':
      return `${refusal.name} tidak sakit atau izin pada hari ke-${refusal.n}. Tandai S atau I dulu, lalu lampirkan suratnya.`
    case 'letter_attached':
      return `${refusal.name} punya surat untuk hari ke-${refusal.n}. Hapus suratnya dulu (F2), lalu ubah tandanya.`
    case 'teaching_closed':
      return `Jam mengajar hari ke-${refusal.n} sudah ditutup ${refusal.by}. Perubahan memerlukan alasan.`
    case 'teaching_unplanned':
      return `Hari ke-${refusal.n} belum punya pengajar. Isi dulu siapa yang mengajar.`
    case 'lesson_over_hours':
      return `Hari ke-${refusal.n} hanya ${refusal.hours} JP.`
    case 'lesson_twice':
      return `${refusal.name} tercatat dua kali pada JP ke-${refusal.hour} hari ke-${refusal.n}.`
    case 'lesson_unnamed':
      return `Hari ke-${refusal.n}: tanpa unit, tulis apa yang diajarkan.`
    case 'taught_elsewhere':
      return `${refusal.name} tercatat mengajar ${refusal.cohort} pukul ${timeRange(refusal.start, refusal.end)} hari itu.`
    case 'scores_closed':
      return `Pengisian nilai sudah ditutup ${refusal.by}. Buka kembali dengan alasan untuk mengubah.`
    case 'scores_not_closed':
      return 'Pengisian nilai belum ditutup.'
    case 'rules_stand':
      return `${refusal.cohort} sudah berjalan atau sudah dinilai, jadi aturannya tetap.`
    case 'scores_missing':
      return refusal.count === 0
        ? 'Kelas belum punya peserta yang dinilai.'
        : `${refusal.count} nilai belum diisi. Lengkapi sebelum menutup.`
    case 'override_for_nothing':
      return `“${refusal.check}” tidak dapat dikecualikan atau sudah tidak ada. Muat ulang halaman.`
    case 'not_tested_yet':
      return `Uji ${refusal.name} bertanggal ${longDate(refusal.date)}, yang belum tiba.`
    case 'not_trained':
      return `${refusal.name} sudah keluar dari kelas, jadi tidak diuji dari kelas ini.`
    case 'test_number_taken':
      return `Nomor ${refusal.number} sudah tercatat atas nama ${refusal.name}. Periksa sertifikatnya.`
    case 'panel_decided':
      return 'Sidang sudah menetapkan hasil. Buka kembali sidang untuk mengubah.'
    case 'panel_not_decided':
      return 'Sidang kelulusan belum menetapkan hasil.'
    case 'panel_missing':
      return `Belum bisa disidangkan: ${refusal.words.join(' · ')}.`
    case 'panel_in_future':
      return `Sidang ${longDate(refusal.date)} belum berlangsung. Tetapkan hasilnya pada hari itu.`
    case 'panel_before_end':
      return `Sidang ${longDate(refusal.date)} mendahului hari terakhir kelas (${longDate(refusal.end)}).`
    case 'override_not_possible':
      return `Keputusan ${refusal.name} tidak dapat diubah: orangnya tidak mengikuti kelas sampai selesai.`
    case 'design_built_in':
      return `Rancangan bawaan “${refusal.name}” tidak diubah. Simpan sebagai rancangan baru.`
    case 'design_in_use':
      return `Rancangan “${refusal.name}” sedang dipakai. Pilih rancangan lain dulu.`
    case 'design_unreadable':
      return `Rancangan tidak dapat dibaca. ${refusal.problems.join(' ')}`
    case 'design_picture_unreadable':
      return refusal.reason === 'too_large'
        ? 'Gambar latar paling besar 8 MB.'
        : 'Gambar latar tidak dapat dibaca. Pakai PNG atau JPEG dengan warna RGB.'
    case 'certificates_exist':
      return `${refusal.count} sertifikat sudah terbit dari keputusan ini, jadi sidang tidak dapat dibuka kembali.`
    case 'already_issued':
      return `${refusal.name} sudah mempunyai ${refusal.number}.`
    case 'not_entitled':
      return `${refusal.name} tidak berhak atas surat ini menurut keputusan sidang.`
    case 'officer_not_valid':
      return `Penanda tangan ${refusal.name} tidak berlaku pada ${longDate(refusal.date)}. Pilih pejabat lain atau ubah tanggal.`
    case 'issue_before_panel':
      return `Tanggal terbit ${longDate(refusal.date)} mendahului sidang (${longDate(refusal.heldOn)}).`
    case 'issue_checks':
      return `Belum dapat diterbitkan: ${refusal.messages.join(' · ')}.`
    case 'nothing_issued':
      return 'Belum ada yang diterbitkan untuk kelas ini.'
    case 'numbers_moved':
      return 'Nomor baru saja dipakai petugas lain. Ulangi penerbitan.'
    case 'number_taken':
      return `Nomor ${refusal.number} sudah dipakai surat lain. Ubah pola nomor di Pengaturan.`
    case 'signing_key_missing':
      return 'Kunci tanda tangan balai tidak ada di komputer ini. Pulihkan dari cadangan kunci, atau buat kunci baru, di Sertifikat › Kunci.'
    case 'key_backup_unreadable':
      return 'Berkas ini bukan cadangan kunci Balai.'
    case 'key_passphrase_wrong':
      return 'Kata sandi tidak cocok, atau berkas cadangan kunci sudah rusak.'
    case 'series_token_missing':
      return 'Pola nomor belum memuat {seri}, jadi dua kejuruan akan mendapat nomor yang sama. Tambahkan {seri} di Pengaturan › Aturan.'
    case 'number_void':
      return `Nomor ${refusal.number} sudah batal.`
    case 'certificate_revoked':
      return `${refusal.number} sudah dicabut.`
    case 'certificate_superseded':
      return `${refusal.number} sudah diganti dengan ${refusal.by}. Buka yang berlaku.`
    case 'date_before_issue':
      return `Tanggal ${longDate(refusal.date)} mendahului tanggal terbit (${longDate(refusal.issuedOn)}).`
    case 'date_in_future':
      return `Tanggal ${longDate(refusal.date)} belum tiba.`
    case 'not_signed_elsewhere':
      return 'PDF ini tidak memuat tanda tangan elektronik.'
    case 'signed_file_known':
      return 'Berkas bertanda tangan ini sudah disimpan.'
    case 'paper_waits':
      return refusal.words
    case 'file_cancelled':
      return 'Pembuatan PDF dibatalkan. Tidak ada yang berubah.'
    case 'page_range':
      return `Halaman tidak dikenal. Tulis seperti 1-3, 5; berkas ini ${refusal.pages} halaman.`
    case 'printer_failed':
      return `Pencetak ${refusal.printer} tidak mencetak. Periksa kabel dan kertasnya, atau pilih yang lain.`
    case 'activity_number_taken':
      return `Kegiatan nomor ${refusal.number} tahun ${refusal.year} sudah ada: ${refusal.title}. Pakai nomor lain.`
    case 'class_without_activity':
      return `Pilih kegiatan ${refusal.year} yang membiayai ${refusal.cohort}. Belum ada yang cocok: buat dulu di Kegiatan & Dana.`
    case 'activity_of_other_year':
      return `${refusal.cohort} mulai ${shortDay(refusal.start, { year: true })}, sedangkan “${refusal.activity}” milik tahun anggaran ${refusal.year}. Pilih kegiatan tahun ${refusal.start.slice(0, 4)}.`
    case 'activity_year_in_use':
      return `Tahun anggaran “${refusal.activity}” tetap ${refusal.year}, karena sudah dipakai ${refusal.cohorts} kelas dan ${refusal.entries} catatan realisasi.`
    case 'spending_outside_year':
      return `${longDate(refusal.date)} di luar tahun anggaran ${refusal.year}. Periksa tanggalnya.`
    case 'spending_reversed_already':
      return `“${refusal.description}” sudah dibatalkan. Muat ulang halaman.`
    case 'evidence_of_reversal':
      return `“${refusal.description}” adalah pembatalan. Buktinya ada pada catatan yang dibatalkan.`
    case 'reversal_not_reversible':
      return `“${refusal.description}” adalah pembatalan. Catat realisasinya kembali sebagai baris baru.`
    case 'regency_unknown':
      return `Kabupaten atau kota dengan kode ${refusal.regency} tidak ada. Pilih dari daftar.`
    case 'registration_not_open':
      return `${longDate(refusal.date)} di luar masa pendaftaran (${longDate(refusal.opens)} s.d. ${longDate(refusal.closes)}). Periksa tanggal daftarnya.`
    case 'registered_in_future':
      return `${longDate(refusal.date)} belum tiba. Tanggal daftar paling lambat hari ini.`
    case 'applied_already':
      return `${refusal.name} sudah terdaftar di ${refusal.registration}.`
    case 'applicant_has_results':
      return `${refusal.name} sudah punya hasil seleksi. Catat sebagai mengundurkan diri.`
    case 'applicants_outside_window':
      return `${refusal.count} orang mendaftar di luar masa ini, yang pertama ${longDate(refusal.date)}. Perpanjang masa pendaftarannya.`
    case 'class_of_other_program':
      return `${refusal.cohort} bukan kelas program “${refusal.program}”. Pilih kelas program itu.`
    case 'stage_not_held':
      return `Pendaftaran ini tanpa tahap ${refusal.stage}. Tambahkan tahapnya dulu.`
    case 'not_a_tie':
      return 'Urutan orang-orang ini sudah ditentukan aturan. Muat ulang halaman.'
    case 'selection_decided':
      return 'Hasil seleksi sudah ditetapkan. Buka kembali penetapan untuk mengubah.'
    case 'selection_not_decided':
      return 'Hasil seleksi belum ditetapkan.'
    case 'selection_missing':
      return `Belum bisa ditetapkan: ${refusal.words.join(' · ')}.`
    case 'decree_in_future':
      return `SK bertanggal ${longDate(refusal.date)} belum berlaku. Tetapkan pada hari itu.`
    case 'people_registered_again':
      return `${refusal.count} orang sudah daftar ulang atau naik dari cadangan, jadi penetapan tidak dapat dibuka kembali.`
    case 'no_place':
      return `${refusal.name} tidak lulus seleksi, jadi tidak dapat daftar ulang.`
    case 'gave_up_already':
      return `${refusal.name} sudah mengundurkan diri.`
    case 'not_given_up':
      return `${refusal.name} tidak tercatat demikian. Muat ulang halaman.`
    case 'place_taken':
      return `Tempat ${refusal.name} sudah diisi ${refusal.by} dari cadangan.`
    case 'in_class_already':
      return `${refusal.name} sudah di ${refusal.cohort}. Catat keluar lewat daftar peserta kelas.`
    case 'reason_wanted':
      return 'Tulis alasannya.'
    case 'nothing_vacant':
      return 'Tidak ada tempat kosong.'
    case 'reserve_too_late':
      return `Cadangan naik hanya sampai hari ke-${refusal.untilDay}; kelas sudah lewat dari itu.`
    case 'other_reserve_first':
      return `${refusal.first} lebih dulu dari ${refusal.name} di daftar cadangan. Catat dulu bila ia mengundurkan diri.`
    case 'nobody_registered_again':
      return 'Belum ada yang daftar ulang dan menunggu kelas.'
    case 'collected_already':
      return `${refusal.number} sudah diambil ${longDate(refusal.date)}.`
    case 'not_collected':
      return `${refusal.number} belum diambil. Muat ulang halaman.`
    case 'follow_up_not_due':
      return `${refusal.name} baru dihubungi untuk ${refusal.month} bulan mulai ${longDate(refusal.due)}.`
    case 'graduates_in_use':
      return `Sidang tidak dapat dibuka kembali: kabar ${refusal.followed} lulusan dan modal kerja ${refusal.aided} orang sudah dicatat.`
    case 'village_has_aid':
      return `Kelurahan ${refusal.village} sudah punya usulan modal kerja ${refusal.year}: ${refusal.name}. Satu orang per kelurahan.`
    case 'aid_given_already':
      return `${refusal.name} sudah punya modal kerja tahun anggaran ${refusal.year}.`
    case 'aid_without_village':
      return `Kelurahan ${refusal.name} belum diisi. Lengkapi datanya dulu.`
    case 'aid_date_before':
      return `${longDate(refusal.date)} lebih awal dari langkah sebelumnya, ${longDate(refusal.before)}. Periksa tanggalnya.`
    case 'aid_step_impossible':
      return `Modal kerja ${refusal.name} ${aidLabels[refusal.from].toLowerCase()}, jadi tidak dapat menjadi ${aidLabels[refusal.to].toLowerCase()}. Muat ulang halaman.`
  }
}

function list(names: string[]): string {
  const shown = names.slice(0, 5).join(', ')
  return names.length > 5 ? `${shown} dan ${names.length - 5} orang lain` : shown
}

function trainedWords(people: readonly { name: string; cohort: string; start: PlainDate }[]): string {
  return people.map(({ name, cohort, start }) => `${name} sudah mengikuti ${cohort} (${longDate(start)}).`).join(' ')
}
