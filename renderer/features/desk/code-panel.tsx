import { api, useCommand } from '../../app/client.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './desk-section.module.css'

interface CodePanelProps {
  code: { digits: string; seconds: number } | null
  /** For the first desk. */
  large?: boolean
}

/** The six-digit code for a new desk. */
export function CodePanel({ code, large = false }: CodePanelProps) {
  const renew = useCommand(api.desk.newCode)
  const action: Action = {
    label: 'Kode baru',
    needs: 'admin.change',
    keys: 'Alt B',
    tone: code ? 'secondary' : 'primary',
    run: () => renew.run({}),
    pending: renew.pending,
  }
  useActions([action])
  return (
    <Panel title="Sambungkan meja baru" extra={<ActionButton size="sm" action={action} autoFocus />}>
      <ErrorNote error={renew.error} />
      {large && <p>Belum ada meja lain. Pasang Balai di komputer lain, lalu ketik kode ini.</p>}
      {code && (
        <>
          <p
            className={classNames(styles.code, large && styles.large)}
          >{`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}</p>
          <p>
            berlaku <strong>{`${Math.floor(code.seconds / 60)}.${String(code.seconds % 60).padStart(2, '0')}`}</strong>{' '}
            lagi, sekali pakai
          </p>
        </>
      )}
      <ol className={styles.steps}>
        <li>Buka Balai di komputer itu, atau alamat di atas di peramban.</li>
        <li>
          Pilih <strong>Sambungkan ke PC utama</strong>.
        </li>
        <li>Ketik kode, bandingkan empat kata.</li>
      </ol>
    </Panel>
  )
}
