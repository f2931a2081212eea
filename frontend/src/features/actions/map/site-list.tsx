import { IconMapPin } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ListedSiteFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { ActionStateBadge, EmbargoBadge } from '../action-state';
import { ActionWindowText } from '../action-window';
import classes from './map.module.css';
import { siteFilter } from './map-search';

const ActionSiteList = graphql(`
  query ActionSiteList($first: Int, $after: String, $last: Int, $before: String, $filter: ActionSiteFilter) {
    actionSites(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...ListedSite
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment ListedSite on ActionSite {
    ...ActionSite
    action {
      ...ActionCard
    }
  }
`);

const PAGE = 25;
const route = getRouteApi('/_app/actions/map');

/** What the map shows, as words: each site with its action. */
export function SiteList() {
  const { t } = useTranslation('actions');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ActionSiteList,
    variables: { ...pageArguments(search, PAGE), filter: siteFilter(search) },
  });
  return (
    <KeysetList
      page={data?.actionSites}
      error={error}
      fetching={fetching}
      reload={reload}
      at={search}
      onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
      summary={(count, exact) => t(exact ? 'map.count' : 'map.countAtLeast', { count })}
    >
      {(sites) =>
        sites?.length === 0 ? (
          <NoRows
            icon={IconMapPin}
            title={t('map.empty')}
            text={t('map.emptyText')}
            filtered={isNarrowed(search)}
            noMatch={t('map.noMatch')}
            onClear={() => void navigate({ search: FIRST_PAGE })}
          />
        ) : (
          <ul className={classes.sites} aria-label={t('sites')} aria-busy={sites === undefined}>
            {sites?.map((site) => (
              <SiteItem key={site.id} site={site} />
            ))}
          </ul>
        )
      }
    </KeysetList>
  );
}

function SiteItem({ site }: { site: ListedSiteFragment }) {
  const { t } = useTranslation('actions');
  const { country: countryName, list } = useFormats();
  const { kind, country, divisionCode, address, result, action } = site;
  const where = [countryName(country), divisionCode].filter(Boolean).join(' ');
  return (
    <li className={classes.site}>
      <span className={classes.strong}>{address}</span>
      <span className={classes.detail}>
        {list([where, t(`siteKinds.${kind}`), ...(result ? [t(`results.${result}`)] : [])])}
      </span>
      <Link to="/actions/$id" params={{ id: action.id }} search={{}} className={classes.link}>
        {action.title}
      </Link>
      {action.window ? (
        <span className={classes.detail}>
          <ActionWindowText window={action.window} />
        </span>
      ) : null}
      <span>
        <ActionStateBadge state={action.state} /> {action.embargoed ? <EmbargoBadge /> : null}
      </span>
    </li>
  );
}
