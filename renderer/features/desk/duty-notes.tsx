import type { DeskOverview } from '../../../shared/features/desk/contract.ts'
import { Note } from '../../ui/feedback/note.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './desk-section.module.css'

/** What else the computer needs that others work with: a way through its firewall, and not to fall asleep. */
export function DutyNotes({ open: { port, awake } }: { open: NonNullable<DeskOverview['open']> }) {
  return (
    <>
      <Panel title="Windows Firewall">
        <p>Bila meja tidak menemukan komputer ini, minta Admin Windows menjalankan sekali:</p>
        <code className={styles.command}>
          {`netsh advfirewall firewall add rule name="Balai" dir=in action=allow protocol=TCP localport=${port} profile=private,domain`}
        </code>
      </Panel>
      <Note tone={awake ? 'info' : 'warn'} title={awake ? 'Komputer ini tidak tidur.' : 'Komputer ini dapat tidur.'}>
        {awake
          ? 'Selama dibuka untuk meja lain; layarnya boleh mati.'
          : 'Meja lain ikut berhenti. Matikan tidur di Setelan Windows › Daya.'}
      </Note>
    </>
  )
}
