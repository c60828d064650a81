import * as z from 'zod';
import { asRecord, type Field, isMapping, type ReadContext } from '../fields/field.js';
