import { accessMatrix } from '../../../shared/features/access/access-matrix.ts'
import { type Role, roleNames, roles } from '../../../shared/features/access/roles.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './people-section.module.css'

/** Operations that only read; all others are shown in bold. */
const looking = new Set(['see', 'figures', 'told'])

/** What each role may do; columns of the chosen person's roles are highlighted. */
export function RoleMatrix({ lit }: { lit: readonly Role[] }) {
  const isLit = (role: Role) => lit.includes(role) || undefined
  return (
    <Panel
      title="Yang boleh dilakukan"
      facts="tebal: mengubah atau membuka · kelasnya: kelas sendiri · samaran: tanpa nama"
      flush
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls sideways must be reachable by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label="Tabel peran">
        <table className={styles.matrix}>
          <thead>
            <tr>
              <td />
              {roles.map(role => (
                <th key={role} scope="col" data-lit={isLit(role)}>
                  {roleNames[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(accessMatrix).map(([row, { short, cells }]) => (
              <tr key={row}>
                <th scope="row">{short}</th>
                {roles.map(role => (
                  <td
                    key={role}
                    data-lit={isLit(role)}
                    data-strong={cells[role].deeds.some(deed => !looking.has(deed)) || undefined}
                  >
                    {cells[role].words}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
