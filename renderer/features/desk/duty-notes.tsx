import { IconMoon, IconWall } from '@tabler/icons-react'
import type { DeskOverview } from '../../../shared/features/desk/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { SignPanel } from '../../ui/page/sign-panel.tsx'
import styles from './desk-section.module.css'

type Open = NonNullable<DeskOverview['open']>

/** What the main computer needs besides: an open firewall and no sleep mode. */
export function DutyNotes({ open }: { open: Open }) {
  return (
    <>
      <FirewallNote {...open} />
      <SleepNote {...open} />
    </>
  )
}

function FirewallNote({ firewall, mayMend, port }: Pick<Open, 'firewall' | 'mayMend' | 'port'>) {
  const mend = useCommand(api.desk.mendFirewall, {
    done: () =>
      firewall?.state === 'public' ? 'Setelan Windows terbuka di komputer ini.' : 'Windows mengizinkan Balai.',
  })
  const mendBy = (label: string) =>
    mayMend && <LinkAction size="small" action={{ label, run: () => mend.run({}), pending: mend.pending }} />
  if (firewall?.state === 'allowed')
    return (
      <SignPanel tone="ok" icon={IconWall} title="Firewall mengizinkan Balai">
        Jaringan “{firewall.network}” bersifat Pribadi. Dari luar kantor tidak dapat dibuka.
      </SignPanel>
    )
  if (firewall?.state === 'public')
    return (
      <SignPanel tone="warn" icon={IconWall} title={`Jaringan “${firewall.network}” ditandai Publik.`}>
        Windows menutup PC ini bagi meja lain.{' '}
        {mayMend
          ? 'Balai membuka Setelan Windows; pilih Pribadi di Properti jaringan itu.'
          : 'Jadikan Pribadi di Setelan Windows › Jaringan & internet › Properti.'}{' '}
        {mendBy('Jadikan Pribadi')}
        <ErrorNote error={mend.error} />
      </SignPanel>
    )
  return (
    <>
      {firewall && (
        <SignPanel tone="err" icon={IconWall} title="Windows Firewall menahan Balai.">
          Di jaringan “{firewall.network}” meja lain tidak dapat masuk.{mayMend && ' Windows menanyakan sandi.'}{' '}
          {mendBy('Izinkan di jaringan kantor')}
          <ErrorNote error={mend.error} />
        </SignPanel>
      )}
      {(!firewall || !mayMend || mend.error !== null) && (
        <Panel title="Windows Firewall">
          <p>
            {firewall
              ? 'Minta Admin Windows menjalankan sekali:'
              : 'Bila meja tidak menemukan komputer ini, minta Admin Windows menjalankan sekali:'}
          </p>
          <code className={styles.command}>
            {`netsh advfirewall firewall add rule name="Balai" dir=in action=allow protocol=TCP localport=${port} profile=private,domain`}
          </code>
        </Panel>
      )}
    </>
  )
}

function SleepNote({ awake, mayStay }: Pick<Open, 'awake' | 'mayStay'>) {
  const keep = useCommand(api.desk.keepAwake, {
    done: (_, { on }) => (on ? 'Komputer ini tidak tidur selama dibuka.' : 'Komputer ini boleh tidur.'),
  })
  return (
    <SignPanel
      tone={awake ? 'plain' : 'warn'}
      icon={IconMoon}
      title={awake ? 'Komputer ini tidak tidur.' : 'Komputer ini dapat tidur.'}
    >
      {awake
        ? 'Selama dibuka untuk meja lain; layarnya boleh mati.'
        : mayStay
          ? 'Meja lain ikut berhenti.'
          : 'Meja lain ikut berhenti. Matikan tidur di Setelan Windows › Daya.'}{' '}
      {mayStay && (
        <LinkAction size="small" onAction={() => keep.run({ on: !awake })}>
          {awake ? 'Boleh tidur' : 'Jangan tidurkan'}
        </LinkAction>
      )}
      <ErrorNote error={keep.error} />
    </SignPanel>
  )
}
