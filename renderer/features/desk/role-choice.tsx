import { Flex } from '@mantine/core'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './role-choice.module.css'

const roles = [
  { role: 'main', title: 'Jadikan PC utama', detail: 'Balai baru di komputer ini, atau pindahan dari cadangan' },
  { role: 'desk', title: 'Sambungkan ke PC utama', detail: 'Data tetap di PC utama, tidak disalin ke sini' },
] as const

interface RoleChoiceProps {
  role: 'main' | 'desk'
  onRole: (role: 'main' | 'desk') => void
  /** Sets up a centre on this computer. */
  onGoOn: () => void
}

/** Chooses the role of a new computer: main computer or desk. */
export function RoleChoice({ role, onRole, onGoOn }: RoleChoiceProps) {
  const goOn: Action = { label: 'Lanjut', keys: 'Ctrl Enter', tone: 'primary', run: onGoOn }
  useActions([role === 'main' && goOn])
  return (
    <div className={layout.stack}>
      {role === 'desk' && (
        <p className={styles.folded}>
          Peran: meja. <LinkAction onAction={() => onRole('main')}>Ubah</LinkAction>
        </p>
      )}
      <div
        className={classNames(styles.roles, role === 'desk' && styles.foldable)}
        role="radiogroup"
        aria-label="Peran komputer ini"
      >
        {roles.map(({ role: one, title, detail }) => (
          <label key={one} className={styles.role}>
            <input
              type="radio"
              name="peran"
              checked={role === one}
              // biome-ignore lint/a11y/noAutofocus: the only question of the page
              autoFocus={role === one && one === 'main'}
              onChange={() => onRole(one)}
              onKeyDown={event => event.key === 'Enter' && one === 'main' && onGoOn()}
            />
            <span>
              <strong>{title}</strong>
              <span className={styles.detail}>{detail}</span>
            </span>
          </label>
        ))}
      </div>
      {role === 'main' && (
        <Flex gap="0.5rem">
          <ActionButton action={goOn} />
        </Flex>
      )}
    </div>
  )
}
