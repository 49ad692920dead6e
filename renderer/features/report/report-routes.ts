import { behindRoute } from './behind-page.tsx'
import { dueListRoute } from './due-page.tsx'
import { moneyRoute } from './money/money-page.tsx'
import { officialListRoute } from './official/official-list-page.tsx'
import { officialRoute } from './official/official-page.tsx'
import { settledRoute } from './official/settled-page.tsx'
import { ownRoute } from './own/own-page.tsx'
import { savedRoute } from './own/saved-page.tsx'
import { yearRoute } from './year/year-page.tsx'

export const reportRoutes = [
  yearRoute,
  moneyRoute,
  ownRoute,
  savedRoute,
  officialListRoute,
  officialRoute,
  settledRoute,
  behindRoute,
  dueListRoute,
]
