import { backupsSectionRoute } from '../backup/backups-section.tsx'
import { recoverySheetRoute } from '../computer/recovery-sheet-page.tsx'
import { deskSectionRoute } from '../desk/desk-section.tsx'
import { breachRoute } from '../history/breach-page.tsx'
import { historySectionRoute } from '../history/history-section.tsx'
import { letterSectionRoute } from '../letter/letter-section.tsx'
import { officeFormSectionRoute } from '../office-form/office-form-section.tsx'
import { updateSectionRoute } from '../update/update-section.tsx'
import { centreSectionRoute } from './centre-section.tsx'
import { computerSectionRoute } from './computer-section.tsx'
import { officersSectionRoute } from './officers-section.tsx'
import { paperRulesSectionRoute } from './paper-rules-section.tsx'
import { peopleSectionRoute } from './people-section.tsx'
import { programEditorRoute } from './program-editor.tsx'
import { programsSectionRoute } from './programs-section.tsx'
import { roomsSectionRoute } from './rooms-section.tsx'
import { rulesSectionRoute } from './rules-section.tsx'

/** Routes of all sections of Pengaturan. */
export const settingsRoutes = [
  centreSectionRoute,
  officersSectionRoute,
  rulesSectionRoute,
  programsSectionRoute,
  programEditorRoute,
  roomsSectionRoute,
  letterSectionRoute,
  officeFormSectionRoute,
  paperRulesSectionRoute,
  peopleSectionRoute,
  deskSectionRoute,
  computerSectionRoute,
  backupsSectionRoute,
  recoverySheetRoute,
  updateSectionRoute,
  historySectionRoute,
  breachRoute,
] as const
