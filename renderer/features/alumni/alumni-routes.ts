import { aidRoute } from './aid-page.tsx'
import { followUpRoute } from './follow-up-page.tsx'
import { resultPeopleRoute } from './result-people-page.tsx'
import { resultsRoute } from './results-page.tsx'

export const alumniRoutes = [followUpRoute, resultsRoute, resultPeopleRoute, aidRoute]
