export const hubErrors = {
  hub_not_joined: () =>
    'Balai ini belum terhubung ke Pusat. Minta kode undangan kepada Dinas, lalu isi di Pengaturan › Meja, bagian Pusat.',
  hub_joined_already: ({ hub }: { hub: string }) =>
    `Balai ini sudah terhubung ke ${hub}. Putuskan dulu sambungan itu di Pengaturan › Meja.`,
  hub_address_wrong: ({ address }: { address: string }) =>
    `Alamat Pusat “${address}” tidak dapat dipakai. Tulis seperti https://pusat.dinas.go.id:7443.`,
  notice_settled: () =>
    'Pemberitahuan ini tidak lagi menunggu jawaban: penetapan hasil seleksi sudah ada, atau sudah dijawab.',
  hub_impossible: () => 'Program ini tidak dapat menghubungi Pusat. Buka Balai di PC utama.',
  hub_unreached: ({ address }: { address: string }) =>
    `Pusat di ${address} tidak terjangkau. Periksa internet dan alamatnya; yang menunggu dikirim sendiri nanti.`,
  hub_other_certificate: ({ address }: { address: string }) =>
    `Yang menjawab di ${address} bukan Pusat yang dulu disetujui: sidiknya lain. Tidak ada yang terkirim. Tanyakan kepada Dinas.`,
  hub_code_wrong: () => 'Kode undangan tidak cocok atau sudah lewat 30 hari. Minta kode baru kepada Dinas.',
  hub_too_many: () => 'Terlalu banyak percobaan. Coba lagi lima menit lagi.',
  hub_refused: ({ words }: { words: string }) => `Pusat menolak: ${words}`,
  province_key_wrong: ({ group }: { group: number }) =>
    `Kunci provinsi salah ketik pada kelompok ke-${group}. Huruf I, L, O, dan U tidak ada pada kunci.`,
  province_key_kept: () => 'Kunci provinsi sudah ada di komputer ini. Ganti hanya dengan kunci baru dari Dinas.',
}

export const hubEntities = {
  hub: 'Pusat',
  hub_notice: 'Pemberitahuan Pusat',
}
