import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessibility';
import { expect, personWith, test } from './fixture';
