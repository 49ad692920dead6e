import { Box, Button, Select } from '@mantine/core'
import {
  IconBuilding,
  IconCalendar,
  IconCertificate,
  IconChartBar,
  IconCoins,
  IconHome,
  IconLogout,
  IconRosetteDiscountCheck,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { StaffSession } from '../../shared/features/hub/hub-contract.ts'
import { BrandMark } from '../app/frame/brand-mark.tsx'
import sidebar from '../app/frame/sidebar.module.css'
import { PathLink } from '../ui/page/path-link.tsx'
import styles from './hub.module.css'
import { api, client } from './hub-client.ts'
import { type Chosen, ChosenContext, useChosen } from './hub-year.ts'
import { SettlePage, SignInPage } from './sign-in-page.tsx'

const groups = [
  {
    label: 'PANTAU',
    places: [
      { path: '/', label: 'Ringkasan', icon: IconHome },
      { path: '/balai', label: 'Balai', icon: IconBuilding },
      { path: '/kelas', label: 'Kelas', icon: IconCalendar },
      { path: '/lulusan', label: 'Lulusan', icon: IconCertificate },
      { path: '/realisasi', label: 'Realisasi', icon: IconCoins },
    ],
  },
  {
    label: 'PERIKSA',
    places: [
      { path: '/sertifikat', label: 'Sertifikat', icon: IconRosetteDiscountCheck },
      { path: '/orang-ganda', label: 'Orang ganda', icon: IconUsers },
      { path: '/laporan', label: 'Laporan', icon: IconChartBar },
    ],
  },
]

/** The gate and the frame: nobody sees a figure who has not signed in. */
export function HubFrame() {
  const session = useQuery({ ...api.session.queryOptions(), refetchInterval: 60_000 })
  if (session.isError) return <main className={styles.door}>Pusat tidak terjangkau. Muat ulang halaman ini.</main>
  if (!session.data) return null
  const { hub, staff } = session.data
  if (!staff) return <SignInPage hub={hub} />
  if (staff.mustChange) return <SettlePage hub={hub} />
  return <Inside staff={staff} />
}

function Inside({ staff }: { staff: StaffSession }) {
  const [chosen, setChosen] = useState<Chosen>({ year: null, centreId: null })
  const choose = (changes: Partial<Chosen>) => setChosen(before => ({ ...before, ...changes }))
  return (
    <ChosenContext value={{ chosen, choose }}>
      <div className={styles.frame}>
        <Sidebar staff={staff} />
        <main className={styles.content}>
          <Outlet />
        </main>
      </div>
    </ChosenContext>
  )
}

function Sidebar({ staff }: { staff: StaffSession }) {
  const { pathname } = useLocation()
  const queries = useQueryClient()
  const leave = () => void client.signOut().then(() => queries.invalidateQueries())
  const hidden = staff.role === 'viewer' ? ['/orang-ganda'] : []
  return (
    <nav className={sidebar.sidebar} aria-label="Menu Pusat">
      <div className={sidebar.brand}>
        <BrandMark size={16} />
        <span className={sidebar.name}>Balai Pusat</span>
      </div>
      <Box flex="1 0 auto" pt="0.5rem">
        {groups.map(group => (
          <div key={group.label}>
            <div className={sidebar.group}>{group.label}</div>
            {group.places
              .filter(({ path }) => !hidden.includes(path))
              .map(({ path, label, icon: Icon }) => (
                <PathLink
                  key={path}
                  path={path}
                  className={sidebar.place}
                  aria-current={pathname === path ? 'page' : undefined}
                >
                  <Icon size={17} stroke={1.75} aria-hidden />
                  <span className={sidebar.placeName}>{label}</span>
                </PathLink>
              ))}
          </div>
        ))}
      </Box>
      <div className={styles.who}>
        <strong>{staff.name}</strong>
        <span>{staff.office}</span>
        <span>{staff.reach}</span>
        <Button
          variant="transparent"
          size="compact-sm"
          color="white"
          justify="flex-start"
          px={0}
          leftSection={<IconLogout size={16} />}
          onClick={leave}
        >
          Keluar
        </Button>
      </div>
    </nav>
  )
}

/** The year of all pages, at the right of each head. */
export function YearSelect({ years, year }: { years: readonly number[]; year: number }) {
  const { choose } = useChosen()
  return (
    <Select
      aria-label="Tahun"
      w="6.5rem"
      data={years.map(String)}
      value={String(year)}
      allowDeselect={false}
      onChange={value => choose({ year: Number(value) })}
    />
  )
}
