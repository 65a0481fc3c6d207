// RFC 5321, 4.5.3.1.3: a path of 256 octets with its angle brackets.
const EMAIL_CHARACTERS_MAX = 254;
const EMAIL =
  /^[^\s@<>()[\],;:\\"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** Whether mail can be sent to a text. Not whether anybody reads it. */
export const isMailAddress = (text: string): boolean =>
  text.length <= EMAIL_CHARACTERS_MAX && EMAIL.test(text);
