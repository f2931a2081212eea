const MIN_LENGTH = 12;

export interface NewPassword {
  password: string;
  repeat: string;
}

/** What is wrong with a chosen password before the server looks at it, by the name of the text that says so. */
export function newPasswordFaults({ password, repeat }: NewPassword) {
  return {
    ...(password.length < MIN_LENGTH ? { password: 'tooShort' as const } : {}),
    ...(repeat === password ? {} : { repeat: 'mismatch' as const }),
  };
}
