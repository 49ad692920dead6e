import type { PageTab } from '../../ui/page.tsx'

const tabs = [
  { key: 'register', label: 'Buku', path: '/sertifikat' },
  { key: 'designs', label: 'Rancangan', path: '/sertifikat/rancangan' },
] as const

/** The pages of Sertifikat. */
export function certificateTabs(active: (typeof tabs)[number]['key']): PageTab[] {
  return tabs.map(({ key, label, path }) => ({ label, path, active: key === active }))
}
