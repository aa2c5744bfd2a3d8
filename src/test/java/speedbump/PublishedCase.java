package speedbump;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that holds an estimator against an answer of somebody else's. What it is held against
 * stands in its row of {@code validation/cases.csv}, which the reviewers' report shows; the test
 * fails where it has no row, or agrees to fewer digits than the row says.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Agreement.class)
public @interface PublishedCase {}
