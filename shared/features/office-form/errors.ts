export const officeFormErrors = {
  form_too_large: ({ megabytes }: { megabytes: number }) =>
    `Formulir paling besar ${megabytes} MB. Kecilkan gambarnya di Word atau Excel (Kompres Gambar), lalu simpan lagi.`,
  form_not_office: ({ file }: { file: string }) =>
    `“${file}” bukan berkas Word atau Excel. Buka di Word atau Excel, lalu simpan sebagai .docx atau .xlsx.`,
  form_locked: ({ file }: { file: string }) =>
    `“${file}” berkas lama (.doc, .xls) atau memakai kata sandi. Simpan sebagai .docx atau .xlsx tanpa kata sandi.`,
  form_swells: ({ file }: { file: string }) =>
    `Isi “${file}” mengembang terlalu besar saat dibuka. Salin isinya ke berkas baru, lalu pakai berkas itu.`,
  form_damaged: ({ file }: { file: string }) =>
    `“${file}” rusak atau tidak lengkap. Buka di Word atau Excel, simpan ulang, lalu coba lagi.`,
  form_unsafe: ({ file, what }: { file: string; what: string }) =>
    `“${file}” memuat ${what}. Formulir tidak boleh menjalankan atau mengambil apa pun dari luar; hapus dari berkasnya dulu.`,
  form_wrong: ({ count, first }: { count: number; first: string }) =>
    `Formulir belum dapat disimpan: ${first}${count > 1 ? ` dan ${count - 1} hal lain` : ''}. Perbaiki di berkasnya, lalu jatuhkan lagi.`,
  form_changed: ({ title }: { title: string }) =>
    `“${title}” sudah diganti di jendela lain. Muat ulang, lalu ganti lagi.`,
  form_other_kind: ({ title, kind }: { title: string; kind: string }) =>
    `“${title}” berkas ${kind}. Ganti dengan berkas ${kind}, atau tambahkan sebagai formulir baru.`,
  form_title_taken: ({ title }: { title: string }) => `Formulir “${title}” sudah ada. Pakai nama lain.`,
  form_other_subject: ({ title, subject }: { title: string; subject: string }) =>
    `“${title}” formulir ${subject}. Pilih ${subject} yang diisikan.`,
  form_retired: ({ title }: { title: string }) =>
    `“${title}” tidak dipakai lagi. Pakai kembali di Pengaturan, bagian Formulir kantor.`,
  form_without_people: ({ title }: { title: string }) => `Belum ada peserta yang diisikan ke “${title}”.`,
}

export const officeFormEntities = {
  office_form: 'Formulir kantor',
  office_form_version: 'Versi formulir kantor',
}
