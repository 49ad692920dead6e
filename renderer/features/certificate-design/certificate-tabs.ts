import type { PageTab } from '../../ui/page/page-tabs.tsx'

const tabs = [
  { key: 'register', label: 'Buku', path: '/sertifikat' },
  { key: 'verify', label: 'Verifikasi', path: '/sertifikat/verifikasi' },
  { key: 'designs', label: 'Rancangan', path: '/sertifikat/rancangan' },
  { key: 'keys', label: 'Kunci tanda tangan', path: '/sertifikat/kunci' },
] as const

/** The pages of Sertifikat. */
export function certificateTabs(active: (typeof tabs)[number]['key']): PageTab[] {
  return tabs.map(({ key, label, path }) => ({ label, path, active: key === active }))
}
