package speedbump.notebook;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import speedbump.data.Catalog;
import tech.tablesaw.api.Table;

/**
 * What a kernel does as it starts, before the first cell: it ends with the program that started it,
 * stops a cell that was interrupted and runs on, shows a bare table as the house shows tables, and
 * finds {@code boot.jshell} wherever the notebook lies. IJava and JJava are known by name only, so
 * that the module compiles without either.
 */
public final class Startup {
  private static final String BOOT = "boot.jshell";
  private static final long SECOND = 1_000_000_000L;

  /** How IJava calls the threads that run cells. */
  private static final String CELLS = "IJava-executor-";

  /** From this Java on a thread cannot be stopped from outside. */
  private static final int NO_STOP = 20;

  private Startup() {}

  /**
   * Starts IJava. What the notebook's program does to its kernel holds from here on, and not only
   * from the first cell.
   *
   * @param arguments the connection file
   * @throws ReflectiveOperationException if IJava is not on the class path
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    watch();
    Class.forName("io.github.spencerpark.ijava.IJava")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  /**
   * Called by the kernel's start-up script, before the first cell.
   *
   * @throws IllegalStateException if the running kernel is not of the form known for IJava 1.3 or
   *     JJava 1.0
   */
  public static void kernel() {
    try {
      Class<?> ijava = Kernel.find("io.github.spencerpark.ijava.IJava");
      Object running = ijava == null ? null : ijava.getMethod("getKernelInstance").invoke(null);
      if (running != null) {
        showTables(running, "io.github.spencerpark.jupyter.kernel.display.RenderFunction");
        loadInIJava(running);
        return;
      }
      Class<?> jjava = Kernel.find("org.dflib.jjava.kernel.JavaNotebookStatics");
      if (jjava != null) {
        watch();
        running = jjava.getMethod("kernel").invoke(null);
        showTables(running, "org.dflib.jjava.jupyter.kernel.display.RenderFunction");
        loadInJJava(running);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the kernel is not of the form known for IJava 1.3 or JJava 1.0", e);
    }
  }

  /** Ends the kernel with the program that started it, however that ended. */
  private static void watch() {
    var parent = ProcessHandle.current().parent();
    Thread watch =
        new Thread(
            () -> {
              Set<Thread> interrupted = Set.of();
              while (ProcessHandle.current().parent().equals(parent)) {
                LockSupport.parkNanos(SECOND);
                interrupted = stopRunaways(interrupted);
              }
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Stops the cells that were interrupted a second ago and run on: IJava's interrupt only asks, and
   * a loop that never waits does not hear it. From Java 20 on no thread can be stopped.
   *
   * @param before the threads of cells that were interrupted when last looked
   * @return those that are interrupted now
   */
  private static Set<Thread> stopRunaways(Set<Thread> before) {
    Set<Thread> interrupted =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith(CELLS) && thread.isInterrupted())
            .collect(Collectors.toSet());
    if (Runtime.version().feature() < NO_STOP) {
      for (Thread thread : interrupted) {
        if (before.contains(thread)) {
          try {
            Thread.class.getMethod("stop").invoke(thread);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot stop a thread", e);
          }
        }
      }
    }
    return interrupted;
  }

  private static void showTables(Object kernel, String functionType)
      throws ReflectiveOperationException {
    Object renderer = kernel.getClass().getMethod("getRenderer").invoke(kernel);
    Object registration =
        renderer
            .getClass()
            .getMethod("createRegistration", Class.class)
            .invoke(renderer, Table.class);
    Class<?> type = registration.getClass();
    for (String verb : List.of("preferring", "supporting")) {
      type.getMethod(verb, String[].class)
          .invoke(registration, (Object) new String[] {"text/html", "text/plain"});
    }
    Class<?> function = Kernel.find(functionType);
    type.getMethod("register", function)
        .invoke(
            registration,
            one(
                function,
                (proxy, method, arguments) -> {
                  render((Table) arguments[0], arguments[1]);
                  return null;
                }));
  }

  /** Puts the house table into the container that the kernel renders into. */
  private static void render(Table table, Object context) throws ReflectiveOperationException {
    Object container = context.getClass().getMethod("getOutputContainer").invoke(context);
    Method put = container.getClass().getMethod("putData", String.class, Object.class);
    for (var form : Grid.of("", table, List.of()).output().data().entrySet()) {
      put.invoke(container, form.getKey(), form.getValue());
    }
  }

  private static void loadInIJava(Object kernel) throws ReflectiveOperationException {
    Class<?> load = Kernel.find("io.github.spencerpark.jupyter.kernel.magic.common.Load");
    Class<?> executor = load.getDeclaredConstructors()[0].getParameterTypes()[1];
    Method eval = kernel.getClass().getMethod("eval", String.class);
    Object loader =
        load.getConstructor(List.class, executor)
            .newInstance(
                List.of(".jsh", ".jshell", ".java", ".ijava"),
                one(executor, (proxy, method, arguments) -> eval.invoke(kernel, arguments[0])));
    Method original = load.getMethod("load", List.class);
    replaceLoad(
        kernel.getClass().getMethod("getMagics").invoke(kernel),
        Kernel.find("io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction"),
        (proxy, method, arguments) -> original.invoke(loader, located(arguments[0])));
  }

  private static void loadInJJava(Object kernel) throws ReflectiveOperationException {
    Class<?> load = Kernel.find("org.dflib.jjava.kernel.magics.LoadMagic");
    Object loader = load.getConstructor().newInstance();
    Class<?> function = Kernel.find("org.dflib.jjava.jupyter.kernel.magic.LineMagic");
    Method original = function.getMethods()[0];
    replaceLoad(
        kernel.getClass().getMethod("getMagicsRegistry").invoke(kernel),
        function,
        (proxy, method, arguments) -> original.invoke(loader, arguments[0], located(arguments[1])));
  }

  private static void replaceLoad(Object magics, Class<?> function, InvocationHandler handler)
      throws ReflectiveOperationException {
    magics
        .getClass()
        .getMethod("registerLineMagic", String.class, function)
        .invoke(magics, "load", one(function, handler));
  }

  private static Object one(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? method.invoke(handler, arguments)
                : unwrapped(() -> handler.invoke(proxy, method, arguments)));
  }

  private interface Call {
    Object run() throws Throwable;
  }

  /** What a cell's own error is must reach the reader as that error. */
  private static Object unwrapped(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The boot file of the collection where there is none beside the notebook. */
  private static List<String> located(Object arguments) {
    List<String> given = ((List<?>) arguments).stream().map(Object::toString).toList();
    return given.equals(List.of(BOOT)) && !Files.exists(Path.of(BOOT))
        ? List.of(Catalog.shared().folder().resolveSibling("notebooks").resolve(BOOT).toString())
        : given;
  }
}
