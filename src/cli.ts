#!/usr/bin/env node
import { startEntrance } from './entrance.js';

await startEntrance(process.argv.slice(2));
