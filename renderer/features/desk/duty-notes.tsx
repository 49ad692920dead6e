import type { DeskOverview } from '../../../shared/features/desk/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './desk-section.module.css'

type Open = NonNullable<DeskOverview['open']>

/** What the main computer needs besides: an open firewall and no sleep mode. */
export function DutyNotes({ open }: { open: Open }) {
  const { firewall } = open
  return (
    <>
      {firewall?.state === 'allowed' ? (
        <Note tone="ok" title="Firewall mengizinkan Balai">
          Jaringan “{firewall.network}” bersifat Pribadi. Dari luar kantor tidak dapat dibuka.
        </Note>
      ) : firewall?.state === 'public' ? (
        <Note tone="warn" title={`Jaringan “${firewall.network}” bersifat Publik`}>
          Windows menutup PC ini bagi meja lain. Jadikan Pribadi di Setelan Windows › Jaringan & internet › Properti.
        </Note>
      ) : (
        <Panel
          title={firewall ? 'Firewall menahan Balai' : 'Windows Firewall'}
          {...(firewall && { tone: 'warn' as const })}
        >
          <p>
            {firewall
              ? `Di jaringan “${firewall.network}” meja lain tidak dapat masuk. Minta Admin Windows menjalankan sekali:`
              : 'Bila meja tidak menemukan komputer ini, minta Admin Windows menjalankan sekali:'}
          </p>
          <code className={styles.command}>
            {`netsh advfirewall firewall add rule name="Balai" dir=in action=allow protocol=TCP localport=${open.port} profile=private,domain`}
          </code>
        </Panel>
      )}
      <SleepNote {...open} />
    </>
  )
}

function SleepNote({ awake, mayStay }: Pick<Open, 'awake' | 'mayStay'>) {
  const keep = useCommand(api.desk.keepAwake, {
    done: (_, { on }) => (on ? 'Komputer ini tidak tidur selama dibuka.' : 'Komputer ini boleh tidur.'),
  })
  return (
    <Note
      tone={awake ? 'info' : 'warn'}
      title={awake ? 'Komputer ini tidak tidur.' : 'Komputer ini dapat tidur.'}
      actions={
        mayStay && (
          <LinkAction size="small" onAction={() => keep.run({ on: !awake })}>
            {awake ? 'Boleh tidur' : 'Jangan tidurkan'}
          </LinkAction>
        )
      }
    >
      {awake
        ? 'Selama dibuka untuk meja lain; layarnya boleh mati.'
        : mayStay
          ? 'Meja lain ikut berhenti.'
          : 'Meja lain ikut berhenti. Matikan tidur di Setelan Windows › Daya.'}
      <ErrorNote error={keep.error} />
    </Note>
  )
}
