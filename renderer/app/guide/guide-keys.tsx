import { useSyncExternalStore } from 'react'
import { actionHint, activeKeys, type KeyedAction, keyTurn, onKeys } from '../../ui/action/action.ts'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import layout from '../../ui/page/layout.module.css'
import styles from './guide-pane.module.css'

/** The keys of this page, or those that work everywhere. */
export function GuideKeys({ everywhere = false }: { everywhere?: boolean }) {
  useSyncExternalStore(onKeys, keyTurn)
  return (
    <>
      <KeyGroup title="Tombol di layar ini" actions={activeKeys('page')} />
      {everywhere && <KeyGroup title="Di mana saja" actions={activeKeys('program')} />}
    </>
  )
}

function KeyGroup({ title, actions }: { title: string; actions: readonly KeyedAction[] }) {
  if (actions.length === 0) return null
  return (
    <section>
      <h3 className={layout.strong}>{title}</h3>
      <dl className={styles.keys}>
        {actions.map(action => (
          <div key={`${action.keys} ${action.label}`}>
            <dt>
              <KeyCap>{action.keys}</KeyCap>
            </dt>
            <dd>{actionHint(action)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
