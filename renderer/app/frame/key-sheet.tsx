import { Modal } from '@mantine/core'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { activeKeys, type KeyBinding } from '../../ui/action/key-registry.ts'
import styles from './key-sheet.module.css'

interface KeySheetProps {
  opened: boolean
  onClose: () => void
}

/** F1: the keys that work on this page, and those that work everywhere. */
export function KeySheet({ opened, onClose }: KeySheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Tombol" size={560}>
      {opened && (
        <div className={styles.groups}>
          <KeyGroup title="Halaman ini" bindings={activeKeys('page')} />
          <KeyGroup title="Di mana saja" bindings={activeKeys('program')} />
        </div>
      )}
    </Modal>
  )
}

function KeyGroup({ title, bindings }: { title: string; bindings: readonly KeyBinding[] }) {
  if (bindings.length === 0) return null
  return (
    <section>
      <h3 className={styles.group}>{title}</h3>
      <dl className={styles.keys}>
        {bindings.map(binding => (
          <div key={binding.keys} className={styles.key}>
            <dt>
              <KeyCap>{binding.keys}</KeyCap>
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
