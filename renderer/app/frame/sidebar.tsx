import { Box, UnstyledButton } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconHelp,
  IconLock,
  IconPlugConnectedX,
  IconSearch,
  IconShieldCheck,
  IconShieldX,
} from '@tabler/icons-react'
import { useContext } from 'react'
import { MayContext, useActions } from '../../ui/action/action.ts'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { ariaKeys } from '../../ui/action/key-match.ts'
import { programKeys } from '../../ui/action/program-keys.ts'
import { ProgressFoot } from '../../ui/feedback/progress-foot.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { PathLink } from '../../ui/page/path-link.tsx'
import { BrandMark } from './brand-mark.tsx'
import type { FrameData } from './frame-data.ts'
import { isInPlace, type Place, placesFor, settings } from './places.ts'
import styles from './sidebar.module.css'

interface SidebarProps {
  path: string
  data: FrameData
  onFind: () => void
  onHelp: () => void
}

export function Sidebar({ path, data, onFind, onHelp }: SidebarProps) {
  const may = useContext(MayContext)
  return (
    <nav className={styles.sidebar} aria-label="Menu Balai">
      <div className={styles.brand}>
        <BrandMark size={16} />
        <span className={styles.name}>Balai</span>
        {data.practice && <span className={styles.practice}>LATIHAN</span>}
      </div>
      <UnstyledButton className={styles.find} onClick={onFind} aria-keyshortcuts={ariaKeys(programKeys.find)}>
        <IconSearch size={16} aria-hidden />
        <span className={styles.findWord}>Cari...</span>
        <span className={styles.findKey}>
          <KeyCap tone="dark">{programKeys.find}</KeyCap>
        </span>
      </UnstyledButton>
      <Box flex="1 0 auto" pt="0.75rem">
        {placesFor(may).map(group => (
          <div key={group.label}>
            <div className={styles.group}>{group.label}</div>
            {group.places.map(place => (
              <PlaceLink
                key={place.path}
                place={place}
                here={[place.path, ...(place.also ?? [])].some(one => isInPlace(path, one))}
                count={data.counts?.[place.path] ?? 0}
              />
            ))}
          </div>
        ))}
      </Box>
      <Foot path={path} data={data} onHelp={onHelp} />
    </nav>
  )
}

function PlaceLink({ place, here, count }: { place: Place; here: boolean; count: number }) {
  const Icon = place.icon
  // There is room for one word below the icon.
  const [word, rest] = place.label.split(/(?= & )/)
  return (
    <PathLink
      path={place.path}
      className={styles.place}
      aria-current={here ? 'page' : undefined}
      aria-keyshortcuts={ariaKeys(place.keys)}
      title={`${place.label} (${place.keys})`}
    >
      <Icon size={17} stroke={1.75} aria-hidden />
      <span className={styles.placeName}>
        {word}
        {rest && <span className={styles.rest}>{rest}</span>}
      </span>
      {count > 0 ? (
        <span className={styles.count}>
          {count}
          <span className={layout.unseen}> menunggu</span>
        </span>
      ) : (
        <span className={styles.keys} aria-hidden>
          {place.keys}
        </span>
      )}
    </PathLink>
  )
}

function Foot({ path, data, onHelp }: { path: string; data: FrameData; onHelp: () => void }) {
  const { backup, operator, onLock, work = [] } = data
  const [oldest] = work
  const stop = oldest && { label: 'Hentikan', hint: 'hentikan pekerjaan', keys: 'Ctrl .', run: oldest.stop }
  useActions([stop], 'program')
  // A dialog may wait for it.
  useActions([stop], 'dialog')
  const Shield = backup?.tone === 'ok' ? IconShieldCheck : IconShieldX
  const backupLine = backup && (
    <>
      <Shield size={16} aria-hidden />
      <span className={styles.footWord}>{backup.text}</span>
    </>
  )
  return (
    <div className={styles.foot}>
      {work.map(({ key, ...item }) => (
        <ProgressFoot key={key} {...item} />
      ))}
      {backup &&
        (backup.path ? (
          <PathLink path={backup.path} className={classNames(styles.backup, styles[backup.tone])} title={backup.text}>
            {backupLine}
          </PathLink>
        ) : (
          <div className={classNames(styles.backup, styles[backup.tone])} title={backup.text}>
            {backupLine}
          </div>
        ))}
      {data.desk && (
        <div className={classNames(styles.backup, data.deskLost && styles.lost)} title={data.desk}>
          {data.deskLost ? <IconPlugConnectedX size={16} aria-hidden /> : <IconDeviceDesktop size={16} aria-hidden />}
          <span className={styles.footWord}>{data.desk}</span>
        </div>
      )}
      {operator && (
        <UnstyledButton
          className={styles.operator}
          onClick={onLock}
          aria-keyshortcuts={ariaKeys(programKeys.lock)}
          title={`Kunci layar (${programKeys.lock})`}
        >
          <span className={layout.unseen}>Kunci layar. Sekarang </span>
          <IconLock size={16} stroke={1.75} className={styles.operatorIcon} aria-hidden />
          <span className={styles.operatorWords}>
            <span className={styles.operatorName}>{operator.name}</span>
            <span className={styles.operatorDetail}>{operator.detail}</span>
          </span>
          <span className={styles.lockKey} aria-hidden>
            <IconLock size={13} /> {programKeys.lock}
          </span>
        </UnstyledButton>
      )}
      <UnstyledButton
        className={styles.settings}
        onClick={onHelp}
        aria-keyshortcuts={programKeys.guide}
        title={`Panduan (${programKeys.guide})`}
      >
        <IconHelp size={16} stroke={1.75} aria-hidden />
        <span className={styles.footWord}>Panduan</span>
        <span className={styles.keys} aria-hidden>
          {programKeys.guide}
        </span>
      </UnstyledButton>
      <PathLink
        path={settings.path}
        className={styles.settings}
        aria-current={isInPlace(path, '/pengaturan') ? 'page' : undefined}
        aria-keyshortcuts={ariaKeys(settings.keys)}
        title={`${settings.label} (${settings.keys})`}
      >
        <settings.icon size={16} stroke={1.75} aria-hidden />
        <span className={styles.footWord}>{settings.label}</span>
        <span className={styles.keys} aria-hidden>
          {settings.keys}
        </span>
      </PathLink>
    </div>
  )
}
