import {
  IconCalendarOff,
  IconCalendarPlus,
  IconCalendarStats,
  IconCash,
  IconClipboardCheck,
  IconDatabase,
  IconFileSpreadsheet,
  IconLayoutGrid,
  IconListNumbers,
  IconPhone,
  IconPlus,
  IconScan,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'

interface BeginAction {
  label: string
  detail: string
  path: string
  icon: TablerIcon
  needs: OperationGroup
}

/** What can be started from everywhere by Ctrl K; each opens the page where it is done. */
export const beginActions: readonly BeginAction[] = [
  {
    label: 'Peserta baru',
    detail: 'Daftarkan satu orang',
    path: '/peserta/baru',
    icon: IconPlus,
    needs: 'trainee.change',
  },
  {
    label: 'Impor peserta dari Excel',
    detail: 'Periksa dulu, baru masuk',
    path: '/peserta/impor',
    icon: IconFileSpreadsheet,
    needs: 'trainee.change',
  },
  {
    label: 'Seleksi peserta',
    detail: 'Pendaftaran, tes, wawancara, peringkat, penetapan, daftar ulang',
    path: '/seleksi',
    icon: IconListNumbers,
    needs: 'selection.see',
  },
  {
    label: 'Periksa data ganda',
    detail: 'Gabungkan dua data milik satu orang, atau pisahkan lagi',
    path: '/peserta/ganda',
    icon: IconUsers,
    needs: 'trainee.change',
  },
  {
    label: 'Rencanakan angkatan',
    detail: 'Lima belas hari kerja, libur dilewati',
    path: '/angkatan/baru',
    icon: IconCalendarPlus,
    needs: 'cohort.change',
  },
  {
    label: 'Usul program kerja',
    detail: 'Tanggal, ruang, dan instruktur untuk banyak angkatan sekaligus',
    path: '/angkatan/usulan',
    icon: IconCalendarStats,
    needs: 'cohort.change',
  },
  {
    label: 'Isi kehadiran hari ini',
    detail: 'Semua kelas hari ini',
    path: '/kehadiran',
    icon: IconClipboardCheck,
    needs: 'attendance.change',
  },
  {
    label: 'Hasil scan daftar hadir',
    detail: 'Jatuhkan hasil scan atau foto lembar yang sudah ditandatangani',
    path: '/kehadiran/pindaian',
    icon: IconScan,
    needs: 'attendance.change',
  },
  {
    label: 'Libur mendadak',
    detail: 'Geser kelas karena libur baru, atau tarik kembali',
    path: '/kalender/libur-susulan',
    icon: IconCalendarOff,
    needs: 'cohort.change',
  },
  {
    label: 'Catat hari libur',
    detail: 'Kalender balai',
    path: '/kalender?hari=baru',
    icon: IconPlus,
    needs: 'cohort.change',
  },
  {
    label: 'Papan sebaran',
    detail: 'Peserta tiap kelurahan menurut kegiatan',
    path: '/kegiatan/papan',
    icon: IconLayoutGrid,
    needs: 'report.figures',
  },
  {
    label: 'Hubungi lulusan',
    detail: 'Kabar 3, 6 dan 12 bulan setelah lulus, lewat WhatsApp',
    path: '/laporan/penelusuran',
    icon: IconPhone,
    needs: 'report.names',
  },
  {
    label: 'Modal kerja',
    detail: 'Usulan, persetujuan, penyaluran, satu orang per kelurahan',
    path: '/laporan/modal-kerja',
    icon: IconCash,
    needs: 'money.see',
  },
  {
    label: 'Cadangkan data',
    detail: 'Buat cadangan sekarang, atau pulihkan',
    path: '/pengaturan/cadangan',
    icon: IconDatabase,
    needs: 'backup.make',
  },
]
