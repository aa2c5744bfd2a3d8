package speedbump.notebook;

import java.util.Map;

/**
 * The Jupyter kernel that runs this code, if one does: IJava or its successor JJava, both known by
 * name only, so that the module compiles and tests without either.
 */
final class Kernel {

  private static final String IJAVA = "io.github.spencerpark.ijava.IJava";
  private static final String IJAVA_DISPLAY =
      "io.github.spencerpark.jupyter.kernel.display.DisplayData";
  private static final String JJAVA_DISPLAY = "org.dflib.jjava.jupyter.kernel.display.DisplayData";

  private Kernel() {}

  /** The output as the running kernel's display data, or as it is where no kernel runs. */
  static Object display(Output output) {
    Class<?> type = displayType();
    return type == null ? output : display(output, type);
  }

  /** The output as an instance of a kernel's class for display data. */
  static Object display(Output output, Class<?> type) {
    try {
      Object display = type.getConstructor().newInstance();
      for (Map.Entry<String, String> entry : output.data().entrySet()) {
        type.getMethod("putData", String.class, Object.class)
            .invoke(display, entry.getKey(), entry.getValue());
      }
      for (Map.Entry<String, Map<String, Integer>> entry : output.metadata().entrySet()) {
        type.getMethod("putMetaData", String.class, Object.class)
            .invoke(display, entry.getKey(), entry.getValue());
      }
      return display;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the kernel's " + type.getName() + " is not of the form known for IJava 1.3 or JJava 1.0",
          e);
    }
  }

  private static Class<?> displayType() {
    // IJava lies on the class path even where JJava runs, so it counts only if its kernel runs
    Class<?> ijava = find(IJAVA);
    if (ijava != null && runs(ijava)) {
      return find(IJAVA_DISPLAY);
    }
    return find(JJAVA_DISPLAY);
  }

  private static boolean runs(Class<?> ijava) {
    try {
      return ijava.getMethod("getKernelInstance").invoke(null) != null;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** A class of the running kernel; null where it is not there. */
  static Class<?> find(String name) {
    for (ClassLoader loader :
        new ClassLoader[] {
          Kernel.class.getClassLoader(), Thread.currentThread().getContextClassLoader()
        }) {
      try {
        return Class.forName(name, true, loader);
      } catch (ClassNotFoundException e) {
        // the next loader may know it
      }
    }
    return null;
  }
}
