import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The form of entries; another one does not open. */
const form = 'briefdeck kept deck 1';
const ivLength = 12;
const tagLength = 16;

/** Locks a text with AES-256-GCM; the key is made of bytes that whoever may read the text has anyway. */
export function lock(text: string, secret: Uint8Array): Uint8Array {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), locked]);
}

/** The text; null where these are not the bytes that it was locked with, or anything of it was changed or cut off. */
export function unlock(bytes: Uint8Array, secret: Uint8Array): string | null {
  if (bytes.length < ivLength + tagLength) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    });
    cipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const text = Buffer.concat([cipher.update(bytes.subarray(ivLength + tagLength)), cipher.final()]);
    return text.toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: Uint8Array): Uint8Array {
  return createHmac('sha256', form).update(secret).digest();
}
