import { startChartLegends } from './chart-legend';
import { startChartPoints } from './chart-points';
import { startColumnDragging } from './column-dragging';
import { startCopying } from './copying';
import { lookAgain } from './for-each';
import { startFormAids } from './form-aids';
import { startLiveFilters } from './live-filters';
import { startMapKeys } from './map-keys';
import { startNameSuggestions } from './name-suggestions';
import { startNewsKeys } from './news-keys';
import { startOptionSearch } from './option-search';
import { startPasskeyButtons } from './passkey-buttons';
import { startSearchPalette } from './search-palette';

// The one script of every page. Each part looks for what it serves; pages read and work without any of them.
startSearchPalette();
startCopying();
startChartPoints();
startChartLegends();
startColumnDragging();
startNameSuggestions();
startMapKeys();
startPasskeyButtons();
startNewsKeys();
startFormAids();
startLiveFilters();
startOptionSearch();
document.addEventListener('statechanged', lookAgain);

// For who drives the page by program: keys pressed from now on are heard.
document.documentElement.dataset.ready = '';
