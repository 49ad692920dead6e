import { Box, Button, Flex, UnstyledButton } from '@mantine/core'
import { createSpotlight } from '@mantine/spotlight'
import { IconCloudCheck, IconCloudOff, IconLogout, IconSearch } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { StaffSession } from '../../shared/features/hub/hub-contract.ts'
import { BrandMark } from '../app/frame/brand-mark.tsx'
import { Finder } from '../app/frame/finder.tsx'
import sidebar from '../app/frame/sidebar.module.css'
import { useActions } from '../ui/action/action.ts'
import { KeyCap } from '../ui/action/key-cap.tsx'
import { ariaKeys } from '../ui/action/key-match.ts'
import { programKeys } from '../ui/action/program-keys.ts'
import layout from '../ui/page/layout.module.css'
import { PathLink } from '../ui/page/path-link.tsx'
import { countNotNotified, useApplications } from './applications-panel.tsx'
import styles from './hub.module.css'
import { api, client, useRead } from './hub-client.ts'
import { mayOpen, placeGroups } from './hub-places.ts'
import { type Chosen, ChosenContext } from './hub-year.ts'
import { SettlePage, SignInPage } from './sign-in-page.tsx'
import { hubFinderTexts, useHubFind } from './use-hub-find.ts'
import { useSummary } from './use-summary.ts'

const [findStore, find] = createSpotlight()

/** Sign-in and frame: no figure is shown without signing in. */
export function HubFrame() {
  const session = useRead(api.session, {}, { refetchInterval: 60_000 })
  // Data already read stays while the hub or its database is away; its pages show the time of the data.
  if (!session.data)
    return session.isError ? (
      <main className={styles.centred}>Pusat tidak terjangkau. Muat ulang halaman ini.</main>
    ) : null
  const { hub, staff } = session.data
  if (!staff) return <SignInPage hub={hub} />
  if (staff.mustChange) return <SettlePage hub={hub} />
  return <Inside staff={staff} />
}

function Inside({ staff }: { staff: StaffSession }) {
  const [chosen, setChosen] = useState<Chosen>({ year: null, centreId: null })
  const choose = (changes: Partial<Chosen>) => setChosen(before => ({ ...before, ...changes }))
  useActions([{ label: 'Cari', hint: 'cari', keys: programKeys.find, run: find.open }], 'program')
  return (
    <ChosenContext value={{ chosen, choose }}>
      <Finder store={findStore} useFind={useHubFind} words={hubFinderTexts} />
      <div className={styles.frame}>
        <Sidebar staff={staff} />
        <Box component="main" miw={0} h="100%">
          <Outlet />
        </Box>
      </div>
    </ChosenContext>
  )
}

function Sidebar({ staff }: { staff: StaffSession }) {
  const { pathname } = useLocation()
  const queries = useQueryClient()
  const leave = () => void client.signOut().then(() => queries.invalidateQueries())
  const waiting = countNotNotified(useApplications(mayOpen(staff.role, '/orang-ganda')).data)
  return (
    <nav className={sidebar.sidebar} aria-label="Menu Pusat">
      <div className={sidebar.brand}>
        <BrandMark size={16} />
        <span className={sidebar.name}>Balai Pusat</span>
      </div>
      <UnstyledButton className={sidebar.find} onClick={find.open} aria-keyshortcuts={ariaKeys(programKeys.find)}>
        <IconSearch size={16} aria-hidden />
        <span className={sidebar.findWord}>Cari...</span>
        <span className={sidebar.findKey}>
          <KeyCap tone="dark">{programKeys.find}</KeyCap>
        </span>
      </UnstyledButton>
      <Box flex="1 0 auto" pt="0.5rem">
        {placeGroups.map(group => (
          <div key={group.label}>
            <div className={sidebar.group}>{group.label}</div>
            {group.places
              .filter(({ path }) => mayOpen(staff.role, path))
              .map(({ path, label, icon: Icon }) => (
                <PathLink
                  key={path}
                  path={path}
                  className={sidebar.place}
                  aria-current={pathname === path ? 'page' : undefined}
                >
                  <Icon size={17} stroke={1.75} aria-hidden />
                  <span className={sidebar.placeName}>{label}</span>
                  {path === '/orang-ganda' && waiting > 0 && (
                    <span className={sidebar.count}>
                      {waiting}
                      <span className={layout.unseen}> menunggu</span>
                    </span>
                  )}
                </PathLink>
              ))}
          </div>
        ))}
      </Box>
      <LastSync />
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

/** Number of centres that have sent data today, at the bottom of the menu. */
function LastSync() {
  const centres = useSummary().data?.centres.filter(centre => !centre.revoked) ?? []
  const today = centres.filter(centre => centre.heardAt !== null && centre.lateDays < 1).length
  if (centres.length === 0) return null
  const Cloud = today === centres.length ? IconCloudCheck : IconCloudOff
  return (
    <Flex align="center" gap="0.375rem" p="0 0.5rem 0.5rem" c="var(--side-ink)" fz="0.75rem">
      <Cloud size={16} aria-hidden /> {today} dari {centres.length} sinkron hari ini
    </Flex>
  )
}
