package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** A wrong argument is refused with a message that names what is wrong. */
public final class Refusal {
  private Refusal() {}

  /** The message has these words. */
  public static void refused(String words, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }

  /** The message is this one. */
  public static void refusedWith(String whole, Executable call) {
    assertEquals(whole, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
