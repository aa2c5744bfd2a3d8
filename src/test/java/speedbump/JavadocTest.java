package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every public type, method and constant says what it is: a sentence, each parameter, what is
 * returned, what it throws itself. The compact constructor of a record need not repeat the record,
 * nor a method what it overrides.
 */
class JavadocTest {
  @Test
  void whatIsPublicIsDescribed() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    assertTrue(sources.size() > 100, "expected more than 100 sources, found " + sources.size());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      Missing missing = new Missing(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        missing.scan(unit, null);
      }
      assertEquals("", String.join("\n", missing.found));
    }
  }

  private static final class Missing extends TreePathScanner<Void, Void> {
    private static final Pattern THROW = Pattern.compile("throw new (\\w+)");

    private final DocTrees docs;
    private final List<String> found = new ArrayList<>();

    Missing(DocTrees docs) {
      this.docs = docs;
    }

    private boolean isPublic(ModifiersTree modifiers) {
      // members of interfaces are public without saying so
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE
              && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      List<String> asked = new ArrayList<>();
      type.getTypeParameters().forEach(one -> asked.add("@param <" + one.getName() + ">"));
      for (Tree member : type.getMembers()) {
        if (type.getKind() == Tree.Kind.RECORD
            && member instanceof VariableTree component
            && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
          asked.add("@param " + component.getName());
        }
      }
      check(type.getSimpleName().toString(), asked);
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      boolean constructor = method.getReturnType() == null;
      boolean compact = constructor && type.getKind() == Tree.Kind.RECORD;
      if (!isPublic(method.getModifiers())
          || method.getModifiers().getAnnotations().toString().contains("@Override")) {
        return null;
      }
      List<String> asked = new ArrayList<>();
      if (!compact) {
        method.getTypeParameters().forEach(one -> asked.add("@param <" + one.getName() + ">"));
        method.getParameters().forEach(one -> asked.add("@param " + one.getName()));
      }
      if (!constructor && !method.getReturnType().toString().equals("void")) {
        asked.add("@return");
      }
      // nothing leaves a main method: it ends with a code
      String body = method.getName().contentEquals("main") ? "" : method.getBody() + "";
      THROW
          .matcher(body)
          .results()
          .map((MatchResult one) -> "@throws " + one.group(1))
          .forEach(asked::add);
      if (!compact || !asked.isEmpty()) {
        check(type.getSimpleName() + "." + method.getName(), asked);
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void none) {
      if (isPublic(field.getModifiers())) {
        check(field.getName().toString(), List.of());
      }
      return null;
    }

    private void check(String name, List<String> asked) {
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      String place = getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name;
      if (comment == null) {
        found.add(place + " has no comment");
        return;
      }
      for (String tag : asked) {
        if (comment.getBlockTags().stream().noneMatch(one -> (one + " ").startsWith(tag + " "))) {
          found.add(place + " lacks " + tag);
        }
      }
    }
  }
}
