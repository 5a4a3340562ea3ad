# Every function is a Lambda: one for each folder of a policy, screening, and the catalogue.

locals {
  policies = toset([for file in fileset("${path.module}/../../functions", "*/policy.yaml") : dirname(file)])

  # What each answers for (MINSHENG_FUNCTIONS), and the image that it needs. The catalogue describes every
  # policy, and so does the image of screening.
  functions = merge(
    { for id in local.policies : id => { image = id, answers = id } },
    {
      screen    = { image = "screen", answers = "screen" }
      catalogue = { image = "screen", answers = join(",", local.policies) }
    }
  )

  packages = { for id, function in local.functions : id => replace(var.package, "{function}", function.image) }
}

resource "aws_lambda_function" "function" {
  for_each = local.functions

  function_name                  = "${var.name}-${each.key}"
  role                           = aws_iam_role.function[each.key].arn
  runtime                        = "provided.al2023"
  handler                        = "bootstrap"
  architectures                  = [var.architecture]
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = lookup(var.reserved_concurrency, each.key, -1)
  filename                       = local.packages[each.key]
  source_code_hash               = fileexists(local.packages[each.key]) ? filebase64sha256(local.packages[each.key]) : null
  layers                         = var.operator_values[*].layer_arn

  environment {
    variables = merge(
      {
        MINSHENG_FUNCTIONS = each.value.answers
        # The executable is not to take Lambda's signals for its own.
        DISABLE_SIGNAL_HANDLERS = "true"
      },
      var.operator_values == null ? {} : { MINSHENG_PARAMETERS = var.operator_values.path }
    )
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.function[each.key].name
  }

  lifecycle {
    precondition {
      condition     = fileexists(local.packages[each.key])
      error_message = "${local.packages[each.key]} is not there: build it with ./minsheng native ${each.value.image}, or set `package`."
    }
  }

  depends_on = [aws_iam_role_policy.function]
}

resource "aws_cloudwatch_log_group" "function" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = var.log_retention
}

# A function reads and writes nothing but its own log.
resource "aws_iam_role" "function" {
  for_each = local.functions

  name = "${var.name}-${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions

  name = "own-log"
  role = aws_iam_role.function[each.key].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = ["logs:CreateLogStream", "logs:PutLogEvents"]
      # The streams of this one group: Lambda chooses their names.
      Resource = "${aws_cloudwatch_log_group.function[each.key].arn}:*"
    }]
  })
}

resource "aws_lambda_permission" "api" {
  for_each = local.functions

  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.function[each.key].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.api.execution_arn}/*"
}
