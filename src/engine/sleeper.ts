/** A sleep that can be cut short. A wake that comes before the sleep is not lost: the next sleep returns at once. */
export class Sleeper {
  #wake: (() => void) | undefined;
  #woken = false;

  /** Sleeps for so many milliseconds at most. */
  async sleep(milliseconds: number): Promise<void> {
    if (this.#woken || milliseconds <= 0) {
      this.#woken = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
    this.#woken = false;
  }

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }
}
